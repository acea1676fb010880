import { fileURLToPath } from 'node:url';

import { cmsRoot } from './paths.ts';
import { logFolder } from './servers.ts';
import { unexpectedEnd } from './service/health.ts';
import { openLogFile } from './service/log-file.ts';
import { startService } from './service/service.ts';
import type { Settings } from './settings.ts';

const bootCms = fileURLToPath(new URL('boot-cms.cjs', import.meta.url));

interface Task {
  name: 'load-demo-library' | 'make-demo-team' | 'rebuild-index' | 'reset-password';
  args?: string[];
  env?: Record<string, string>;
  /** Each message that the CMS or the task sends. */
  onMessage: (message: unknown) => void;
}

/**
 * Boots the CMS without opening its port and does one thing in it.
 * @throws {Problem} if it fails
 */
export async function runInCms(settings: Settings, { name, args = [], env = {}, onMessage }: Task): Promise<void> {
  const cms = startService({
    name: 'The CMS',
    args: [bootCms, name, ...args],
    cwd: cmsRoot,
    env: { ...settings.cmsEnvironment, ...env },
    log: openLogFile(logFolder(settings), name),
    onMessage,
  });
  const how = await cms.ended;
  if (how !== 'exit code 0') throw unexpectedEnd(cms, how);
}
