import { fileURLToPath } from 'node:url';

import { cmsRoot } from './paths.ts';
import { logFolder, type Administrator, type Report } from './servers.ts';
import { unexpectedEnd } from './service/health.ts';
import { openLogFile } from './service/log-file.ts';
import { startService } from './service/service.ts';
import type { Settings } from './settings.ts';

const bootCms = fileURLToPath(new URL('boot-cms.cjs', import.meta.url));

/** What loading came to. */
export interface Seeded {
  /** How many articles were loaded: none if the library had been loaded before. */
  articles: number;
  /** Known if the database was new. */
  administrator: Administrator | null;
}

/** Loads the demo library into the database of a CMS that is not running, as a first start would: once in the database's life. */
export async function loadDemoLibrary(settings: Settings, progress: (done: number, of: number) => void): Promise<Seeded> {
  const seeded: Seeded = { articles: 0, administrator: null };
  const cms = startService({
    name: 'The CMS',
    args: [bootCms],
    cwd: cmsRoot,
    env: { ...settings.cmsEnvironment, DEMO_LIBRARY: 'on' },
    log: openLogFile(logFolder(settings), 'seed'),
    onMessage: (message) => {
      const report = message as Report;
      if (report.event === 'first-administrator') seeded.administrator = report;
      if (report.event === 'demo-library') {
        seeded.articles = report.done;
        progress(report.done, report.of);
      }
    },
  });
  const how = await cms.ended;
  if (how !== 'exit code 0') throw unexpectedEnd(cms, how);
  return seeded;
}
