import { createRequire } from 'node:module';
import path from 'node:path';

import { cmsRoot } from '../paths.ts';
import { Problem } from '../problem.ts';

interface Client {
  connect: () => Promise<void>;
  query: (sql: string) => Promise<{ rows: unknown[] }>;
  end: () => Promise<void>;
}

/** Sends one statement and answers with its rows. */
export type Query = <Row>(sql: string) => Promise<Row[]>;

interface Driver {
  Client: new (options: { connectionString: string; connectionTimeoutMillis: number }) => Client;
}

/** Opens one connection to PostgreSQL with the CMS's own driver, and closes it when `body` is done. */
export async function withPostgres<T>(connectionString: string, body: (query: Query) => Promise<T>): Promise<T> {
  const { Client } = createRequire(path.join(cmsRoot, 'package.json'))('pg') as Driver;
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new Problem(`The database at DATABASE_URL cannot be reached (${reason(error)}): start it, or correct the setting.`);
  }
  try {
    return await body(async <Row>(sql: string) => (await client.query(sql)).rows as Row[]);
  } finally {
    await client.end();
  }
}

/** Node reports a refused connection to a name with several addresses as several errors without a message. */
function reason(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reason(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
