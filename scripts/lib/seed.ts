import { runInCms } from './cms-task.ts';
import type { Administrator, Report } from './servers.ts';
import type { Settings } from './settings.ts';

/** What loading came to. */
interface Seeded {
  /** How many articles were loaded: none if the library had been loaded before. */
  articles: number;
  /** Known if the database was new. */
  administrator: Administrator | null;
}

/** Loads the demo library into the database of a CMS that is not running, as a first start would: once in the database's life. */
export async function loadDemoLibrary(settings: Settings, progress: (done: number, of: number) => void): Promise<Seeded> {
  const seeded: Seeded = { articles: 0, administrator: null };
  await runInCms(settings, {
    name: 'load-demo-library',
    env: { DEMO_LIBRARY: 'on' },
    onMessage: (message) => {
      const report = message as Report;
      if (report.event === 'first-administrator') seeded.administrator = report;
      if (report.event === 'demo-library') {
        seeded.articles = report.done;
        progress(report.done, report.of);
      }
    },
  });
  return seeded;
}

/** An account that was made for trying things out. */
export interface DemoAccount {
  role: string;
  email: string;
  password: string;
}

/** Makes one account per role in the database of a CMS that is not running; those that are there stay as they are. */
export async function makeDemoTeam(
  settings: Settings,
): Promise<{ accounts: DemoAccount[]; administrator: Administrator | null }> {
  let administrator: Administrator | null = null;
  let accounts: DemoAccount[] = [];
  await runInCms(settings, {
    name: 'make-demo-team',
    onMessage: (message) => {
      const answer = message as Report | { event: 'demo-team'; accounts: DemoAccount[] };
      if (answer.event === 'demo-team') ({ accounts } = answer);
      if (answer.event === 'first-administrator') administrator = answer;
    },
  });
  return { accounts, administrator };
}
