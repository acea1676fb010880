import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { holdStopped } from '../database/in-use.ts';
import { databaseIsUsed } from '../database/state.ts';
import { expectWritable } from '../folders.ts';
import { Problem } from '../problem.ts';
import type { Settings } from '../settings.ts';

import { exchange } from './exchange.ts';
import { verifyBackup, type Manifest } from './manifest.ts';
import { replacePostgres, stageSqlite } from './restore-database.ts';
import { copyFiles } from './uploads.ts';

/** What a restore came to. */
export interface Restored {
  manifest: Manifest;
  /** Where the content is that was there before; null if there was none. */
  aside: string | null;
}

const SQLITE_FILES = ['content.db', 'content.db-wal', 'content.db-shm'];
const UPLOADS = 'public/uploads';

/**
 * Restores a backup in the place of what the CMS holds, which is kept aside. The backup is checked first, as a whole, and again as it
 * stands ready to be used; until then nothing has been changed.
 * @param mayReplace asked if there is content that would be replaced
 * @returns null if the answer was no
 * @throws {Problem} if the backup is damaged, does not fit the settings, or the CMS runs
 */
export async function restoreBackup(
  folder: string,
  { cms }: Pick<Settings, 'cms'>,
  mayReplace: (manifest: Manifest) => Promise<boolean>,
): Promise<Restored | null> {
  const manifest = await verifyBackup(folder);
  const { CMS_DATA_DIR: dataDir, DATABASE_URL: postgres } = cms;
  if (manifest.database !== (postgres === undefined ? 'sqlite' : 'postgres')) throw new Problem(wrongKind(manifest));
  const letGo = await holdStopped(cms);
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const staged = path.join(dataDir, `.restoring-${moment}`);
  const aside = path.join(dataDir, `replaced-${moment}`);
  try {
    if ((await databaseIsUsed(cms)) && !(await mayReplace(manifest))) return null;
    expectWritable(dataDir, 'CMS_DATA_DIR');
    mkdirSync(staged, { mode: 0o700 });
    await copyFiles(path.join(folder, 'uploads'), path.join(staged, UPLOADS));
    if (postgres === undefined) stageSqlite(folder, staged, manifest);
    else await replacePostgres(postgres, { folder, aside, manifest });
    letGo();
    exchange(dataDir, { staged, aside, names: postgres === undefined ? [...SQLITE_FILES, UPLOADS] : [UPLOADS] });
    return { manifest, aside: existsSync(aside) ? aside : null };
  } finally {
    letGo();
    rmSync(staged, { recursive: true, force: true });
  }
}

function wrongKind({ database }: Manifest): string {
  return database === 'sqlite'
    ? 'This backup holds an embedded database, but DATABASE_URL is set: remove that setting, then restore again.'
    : 'This backup holds a PostgreSQL database: set DATABASE_URL to the one that it is to be restored to, then restore again.';
}
