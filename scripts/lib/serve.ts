import { stripVTControlCharacters } from 'node:util';

import { Interrupted, listenForInterruption, orInterrupted } from './interruption.ts';
import { shown } from './paths.ts';
import { fail } from './problem.ts';
import { logFolder, replaceSite, startCms, startSite, stopAll, untilOneEnds, type Commands, type Session } from './servers.ts';
import type { Settings } from './settings.ts';
import { runSteps, sideBySide, type Step } from './steps.ts';
import { addresses, duration, parting, signIn } from './summary.ts';

/** How to run the two apps. */
export interface Serving {
  /** What has to be done before they start. */
  preparation: Step[];
  commands: Commands;
  /** Show everything that they write. Otherwise only errors are shown. */
  verbose: boolean;
  /** Whether the site can be started anew without a gap, when this process gets {@link RESTART}. */
  restartable?: boolean;
}

/** The signal that starts the site anew. A closed terminal sends SIGHUP, which ends everything. */
const RESTART = 'SIGUSR2';

/**
 * Prepares and starts both apps, says where they are, and stays until it is told to end, or one of them fails. Ends the process: with 0
 * if both ran and were stopped, 130 if it was interrupted before they did, 1 if something failed.
 */
export async function serve({ preparation, commands, verbose, restartable = false }: Serving): Promise<never> {
  const begun = performance.now();
  listenForInterruption();
  const lines = output(verbose);
  const session: Session = { administrator: null, onLine: lines.take };
  let ready = false;
  let failure: unknown;
  try {
    const steps = [...preparation, starting(commands, session)];
    const { settings } = await runSteps(steps, verbose ? { plain: true } : {});
    const parts = [
      `  Ready in ${duration(performance.now() - begun)}.`,
      addresses(settings),
      ...signInOnce(session),
      parting(shown(logFolder(settings)), restartable ? `kill -${RESTART.slice(3)} ${process.pid}` : null),
    ];
    process.stdout.write(`\n${parts.join('\n\n')}\n\n`);
    lines.release();
    ready = true;
    if (restartable) restartWhenAsked(settings, commands, session);
    await orInterrupted(untilOneEnds(session));
  } catch (error) {
    failure = error;
  }
  // Known, and not yet told: without this nobody could ever sign in.
  for (const text of signInOnce(session)) process.stdout.write(`\n${text}\n\n`);
  await stopAll(session);
  if (!(failure instanceof Interrupted)) fail(failure);
  process.exit(ready ? 0 : 130);
}

/** One restart after the other. What goes wrong is said; the site that runs goes on. */
function restartWhenAsked(settings: Settings, commands: Commands, session: Session): void {
  let last = Promise.resolve();
  process.on(RESTART, () => {
    last = last.then(async () => {
      const begun = performance.now();
      try {
        await replaceSite(settings, commands, session);
        process.stdout.write(`  The site was started anew in ${duration(performance.now() - begun)}.\n`);
      } catch (error) {
        if (!(error instanceof Interrupted))
          process.stdout.write(`  The site was not started anew: ${(error as Error).message}\n`);
      }
    });
  });
}

function signInOnce(session: Session): string[] {
  const { administrator } = session;
  session.administrator = null;
  return administrator === null ? [] : [signIn(administrator)];
}

function starting(commands: Commands, session: Session): Step {
  const cms: Step = {
    title: 'CMS starts',
    task: async ({ settings }, task) => {
      let loaded = '';
      await startCms(settings, commands, session, (done, of) => {
        loaded = `, with a demo library of ${of} articles`;
        task.output = `Demo library: ${done} of ${of} articles`;
      });
      task.title = `CMS runs${loaded}`;
    },
  };
  const site: Step = {
    title: 'Site starts',
    task: async ({ settings }, task) => {
      await startSite(settings, commands, session);
      task.title = 'Site runs';
    },
  };
  return sideBySide([cms, site]);
}

/** An error as the CMS or the site writes it. */
const ERROR = /\berror: |"level":"error"/;

/** What the servers write, as far as it is to be seen. Errors wait until the steps are shown no more. */
function output(verbose: boolean): { take: Session['onLine']; release: () => void } {
  const waiting: string[] = [];
  let released = verbose;
  return {
    take: (server, line) => {
      if (!verbose && !ERROR.test(stripVTControlCharacters(line))) return;
      const text = `${server.padEnd(4)} │ ${line}\n`;
      if (released) process.stdout.write(text);
      else waiting.push(text);
    },
    release: () => {
      released = true;
      process.stdout.write(waiting.join(''));
    },
  };
}
