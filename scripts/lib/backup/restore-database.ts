import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

import { runPostgresTool } from '../database/postgres-tools.ts';
import { withPostgres } from '../database/postgres.ts';
import { countRows, openSqlite } from '../database/sqlite.ts';
import { Problem } from '../problem.ts';

import { countPostgresRows, FILE } from './database.ts';
import type { Manifest } from './manifest.ts';

/** Copies the database of a backup to where it is to be renamed from, and makes sure that it is whole. */
export function stageSqlite(folder: string, staged: string, { rows }: Manifest): void {
  const file = path.join(staged, FILE.sqlite);
  copyFileSync(path.join(folder, FILE.sqlite), file);
  chmodSync(file, 0o600);
  const db = openSqlite(file, { readonly: true });
  try {
    const found = db.pragma('integrity_check', { simple: true });
    if (found !== 'ok')
      throw new Problem('The database in this backup is damaged: restore another backup. Nothing was changed.', String(found));
    expectRows(rows, countRows(db));
  } finally {
    db.close();
  }
}

/** Replaces what a PostgreSQL database holds, all or nothing. What it held is dumped to `aside` first. */
export async function replacePostgres(
  connectionString: string,
  { folder, aside, manifest }: { folder: string; aside: string; manifest: Manifest },
): Promise<void> {
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  const options = ['--no-owner', '--no-privileges'];
  await runPostgresTool(
    'pg_dump',
    ['--format=custom', ...options, `--file=${path.join(aside, FILE.postgres)}`],
    connectionString,
  );
  const replacing = ['--clean', '--if-exists', '--single-transaction', '--exit-on-error'];
  await runPostgresTool('pg_restore', [...replacing, ...options, path.join(folder, FILE.postgres)], connectionString);
  expectRows(manifest.rows, await withPostgres(connectionString, countPostgresRows));
}

function expectRows(expected: Record<string, number>, counted: Record<string, number>): void {
  const wrong = Object.entries(expected).filter(([table, rows]) => counted[table] !== rows);
  if (wrong.length > 0) {
    const details = wrong
      .map(([table, rows]) => `${table}: ${rows} expected, ${String(counted[table] ?? 'none')} found`)
      .join('\n');
    throw new Problem('The database in this backup does not hold the rows that it should: restore another backup.', details);
  }
}
