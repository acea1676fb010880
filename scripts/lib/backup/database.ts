import { existsSync } from 'node:fs';
import path from 'node:path';

import { runPostgresTool } from '../database/postgres-tools.ts';
import { withPostgres, type Query } from '../database/postgres.ts';
import { countRows, openSqlite } from '../database/sqlite.ts';
import { sqliteFile, type Place } from '../database/state.ts';
import { Problem } from '../problem.ts';

import { MEDIA_ROWS, namesOf, type MediaRow } from './uploads.ts';

/** The name that each kind of database has in a backup. */
export const FILE = { sqlite: 'content.db', postgres: 'database.dump' } as const;

/** What a copy of the database holds. */
export interface Snapshot {
  database: 'sqlite' | 'postgres';
  rows: Record<string, number>;
  /** Files that its media library names. */
  uploads: string[];
}

/** Copies the database into a folder as it is at one moment, while others go on reading and writing. */
export function takeSnapshot(place: Place, folder: string): Promise<Snapshot> {
  return place.DATABASE_URL === undefined
    ? Promise.resolve(copySqlite(sqliteFile(place), path.join(folder, FILE.sqlite)))
    : dumpPostgres(place.DATABASE_URL, path.join(folder, FILE.postgres));
}

function copySqlite(from: string, to: string): Snapshot {
  if (!existsSync(from)) throw new Problem(`There is no database yet at ${from}: nothing to back up.`);
  const source = openSqlite(from, { readonly: true, timeout: 10_000 });
  try {
    source.exec(`VACUUM INTO '${to.replaceAll("'", "''")}'`);
  } finally {
    source.close();
  }
  const copy = openSqlite(to, { readonly: true });
  try {
    return { database: 'sqlite', rows: countRows(copy), uploads: namesOf(copy.prepare(MEDIA_ROWS).all() as MediaRow[]) };
  } finally {
    copy.close();
  }
}

function dumpPostgres(connectionString: string, file: string): Promise<Snapshot> {
  return withPostgres(connectionString, async (query) => {
    // The program and the counts see the same moment.
    await query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const [moment] = await query<{ id: string }>('SELECT pg_export_snapshot() AS id');
    const rows = await countPostgresRows(query);
    const uploads = namesOf(await query<MediaRow>(MEDIA_ROWS));
    const args = ['--format=custom', '--no-owner', '--no-privileges', `--snapshot=${moment?.id ?? ''}`, `--file=${file}`];
    await runPostgresTool('pg_dump', args, connectionString);
    return { database: 'postgres', rows, uploads };
  });
}

/** How many rows each table of a PostgreSQL database holds. */
export async function countPostgresRows(query: Query): Promise<Record<string, number>> {
  const tables = await query<{ name: string; quoted: string }>(
    'SELECT tablename AS name, quote_ident(tablename) AS quoted FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename',
  );
  const counts: Record<string, number> = {};
  for (const { name, quoted } of tables) {
    const [row] = await query<{ rows: string }>(`SELECT count(*) AS rows FROM ${quoted}`);
    counts[name] = Number(row?.rows);
  }
  return counts;
}
