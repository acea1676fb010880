import pg from 'pg';

import { startCms, temporaryFolder } from '../support/cms-process.ts';
import { describeFaults } from '../support/faults-suite.ts';
import { startPostgres } from '../support/postgres.ts';
import { adminOf, askCms, type Administrator } from '../support/strapi.ts';

describeFaults('PostgreSQL', async () => {
  const data = temporaryFolder('postgres-faults');
  const postgres = await startPostgres();
  const cms = await startCms(data.path, { DATABASE_URL: postgres.url });
  const administrator = cms.reports.find(({ event }) => event === 'first-administrator') as unknown as Administrator;
  const inTransaction = async (sql: string) => {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query('BEGIN');
    await client.query(sql);
    return client;
  };
  const failing = async (table: string, code: string) => {
    await postgres.query(
      `CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'failed for a test' USING ERRCODE = '${code}'; END $$`,
    );
    await postgres.query(`CREATE TRIGGER failing BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION fail()`);
    return async () => {
      await postgres.query(`DROP TRIGGER failing ON ${table}`);
    };
  };
  return {
    ask: (query) => askCms(cms.url, query),
    admin: adminOf(cms.url, administrator),
    query: (sql) => postgres.query(sql),
    // statement_timeout
    patience: 15_000,
    lock: async (ms) => {
      const client = await inTransaction('LOCK TABLE articles, public_changes IN EXCLUSIVE MODE');
      const released = new Promise((resolve) => setTimeout(resolve, ms)).then(() => client.end());
      return () => released;
    },
    // A server whose disk is full answers a new row with this error (53100, disk_full).
    fillDisk: () => failing('public_texts', '53100'),
    readLong: async () => {
      const client = await inTransaction('SELECT count(*) FROM articles');
      return () => client.end();
    },
    refuseCommits: async () => {
      await postgres.query(
        `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused at COMMIT'; END $$`,
      );
      await postgres.query(
        `CREATE CONSTRAINT TRIGGER refuse_at_commit AFTER INSERT ON articles DEFERRABLE INITIALLY DEFERRED
         FOR EACH ROW WHEN (NEW.slug LIKE 'refused%') EXECUTE FUNCTION refuse()`,
      );
    },
    breakTable: (table) => failing(table, 'P0001'),
    stop: async () => {
      await cms.stop();
      await postgres.stop();
      data.remove();
    },
  };
});
