import path from 'node:path';

import type { Env } from '../env';

interface SqliteConnection {
  pragma: (statement: string) => unknown;
}

/**
 * How to reach the database: PostgreSQL where `DATABASE_URL` is set, otherwise an embedded SQLite file in `CMS_DATA_DIR`.
 * SQLite runs in WAL with full synchronisation: a commit is on the disk before it is acknowledged, and readers never block writers.
 */
export function databaseSettings({ DATABASE_URL, CMS_DATA_DIR }: Pick<Env, 'DATABASE_URL' | 'CMS_DATA_DIR'>) {
  const settings = { forceMigration: false, runMigrations: true };
  if (DATABASE_URL !== undefined) {
    return {
      connection: {
        client: 'postgres',
        connection: { connectionString: DATABASE_URL, statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 },
        pool: { min: 0, max: 10 },
        acquireConnectionTimeout: 15_000,
      },
      settings,
    };
  }
  return {
    connection: {
      client: 'sqlite',
      connection: { filename: path.join(CMS_DATA_DIR, 'content.db') },
      useNullAsDefault: true,
      pool: {
        min: 1,
        max: 1,
        afterCreate(connection: SqliteConnection, done: (error: Error | null, connection: SqliteConnection) => void) {
          for (const pragma of [
            'journal_mode = WAL',
            'synchronous = FULL',
            'busy_timeout = 2000',
            'wal_autocheckpoint = 1000',
            'foreign_keys = ON',
          ]) {
            connection.pragma(pragma);
          }
          done(null, connection);
        },
      },
    },
    settings,
  };
}
