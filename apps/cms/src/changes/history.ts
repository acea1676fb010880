import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { isSqlite } from '../database/dialect';
import { CHANGES } from '../database/public-tables';
import { env } from '../env';

const MARK = { type: 'plugin', name: 'clinic', key: 'change-history' } as const;

interface Mark {
  id: string;
  home: string;
}

let current: string | undefined;

/**
 * Opens the history that positions in the change feed belong to. A database that was restored from a backup may lack changes that readers
 * have seen, and will give their positions to others; it is not where the history was written, so another history begins, and every reader
 * starts again from the beginning.
 * @param anew begins another history in any case
 */
export async function openHistory(strapi: Core.Strapi, { anew }: { anew: boolean }): Promise<void> {
  const home = await homeOf(strapi);
  const mark = (await strapi.store(MARK).get({})) as Mark | null;
  if (mark?.home === home && !anew) {
    current = mark.id;
    return;
  }
  current = randomBytes(6).toString('hex');
  await strapi.store(MARK).set({ value: { id: current, home } satisfies Mark });
}

/** For another thread of a CMS that has opened the history. */
export function joinHistory(id: string): void {
  current = id;
}

/** What tells this history apart from every other. */
export function historyId(): string {
  if (current === undefined) throw new Error('The change history is opened while the CMS starts.');
  return current;
}

/** What a restored copy of the database does not share with the original: the file itself, or the table and the server's timeline. */
async function homeOf(strapi: Core.Strapi): Promise<string> {
  if (isSqlite(strapi)) {
    const { ino, birthtimeMs } = statSync(path.join(env().CMS_DATA_DIR, 'content.db'));
    return `file ${ino} ${Math.round(birthtimeMs)}`;
  }
  const { rows } = await strapi.db.connection.raw<{ rows: { table: string; timeline: string }[] }>(
    `SELECT '${CHANGES}'::regclass::oid::text AS table, left(pg_walfile_name(pg_current_wal_lsn()), 8) AS timeline`,
  );
  return `table ${rows[0]?.table ?? ''} ${rows[0]?.timeline ?? ''}`;
}
