import { fileURLToPath } from 'node:url';

import { execa } from 'execa';

import { freePort } from './ports.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One of the root scripts at work. */
export interface Command {
  pid: number;
  /** Everything it has written so far. */
  output: () => string;
  /** Waits until its output holds a text. @throws {Error} if it ends first */
  says: (text: string) => Promise<void>;
  /** Presses Ctrl-C, as a terminal does it: everything that the command started gets the signal, too. */
  interrupt: () => void;
  /** Ends it and nothing else, at once. */
  kill: () => void;
  exited: Promise<number | undefined>;
}

/** Ports, folders and files of their own, so that nothing of the project's is touched. */
export async function ownPlaces(folder: string): Promise<Record<string, string>> {
  return {
    PORT: String(await freePort()),
    CMS_PORT: String(await freePort()),
    CMS_DATA_DIR: `${folder}/cms`,
    WEB_DATA_DIR: `${folder}/web`,
    ENV_PATH: `${folder}/cms.env`,
    // Left to the defaults, whatever the machine that runs the tests has set.
    SITE_URL: '',
    CMS_URL: '',
  };
}

/** Runs `pnpm run <name>` without pnpm. */
export function runCommand(name: string, args: string[], env: Record<string, string>): Command {
  const child = execa('node', ['scripts/run.cjs', name, ...args], {
    cwd: root,
    env: { ...env, NO_COLOR: '1' },
    all: true,
    reject: false,
    buffer: false,
    // A process group of its own, as a shell gives to every command.
    detached: true,
    stdin: 'ignore',
  });
  let written = '';
  child.all.on('data', (chunk: unknown) => (written += String(chunk)));
  const exited = child.then(({ exitCode }) => exitCode);
  const pid = child.pid ?? 0;
  return {
    pid,
    output: () => written,
    says: async (text) => {
      while (!written.includes(text)) {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`The command ended without saying "${text}":\n${written}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    interrupt: () => {
      process.kill(-pid, 'SIGINT');
    },
    kill: () => {
      process.kill(pid, 'SIGKILL');
    },
    exited,
  };
}

/** Whether somebody answers there. */
export async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).status < 500;
  } catch {
    return false;
  }
}
