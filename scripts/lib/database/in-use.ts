import { existsSync } from 'node:fs';

import type { Env } from '../../../apps/cms/src/env.ts';
import { Problem } from '../problem.ts';
import { answersWith } from '../service/health.ts';
import { innerAddress } from '../settings.ts';

import { takeExclusively } from './sqlite.ts';
import { sqliteFile } from './state.ts';

/**
 * Makes sure that the CMS is not running, and keeps it from starting where that can be done.
 * @returns how to let it start again
 * @throws {Problem} if it runs, or another program has its database open
 */
export async function holdStopped(settings: Env): Promise<() => void> {
  if (await answersWith(204, `${innerAddress(settings)}/_health`)) throw new Problem('The CMS is running: stop it first.');
  const file = sqliteFile(settings);
  if (settings.DATABASE_URL !== undefined || !existsSync(file)) return () => undefined;
  const release = takeExclusively(file);
  if (!release) throw new Problem(`Another program has ${file} open, most likely a running CMS: stop it first.`);
  return release;
}

/** Makes sure that the CMS is not running. */
export async function expectStopped(settings: Env): Promise<void> {
  const release = await holdStopped(settings);
  release();
}
