import path from 'node:path';
import { fileURLToPath } from 'node:url';

import BetterSqlite3 from 'better-sqlite3';
import { execa } from 'execa';

import { describeFaults } from '../support/faults-suite.ts';
import { bootStrapi } from '../support/strapi.ts';

/** Takes the write lock in a process of its own: SQLite waits for it without letting this one go on. */
const LOCK = `
  const [file, ms] = process.argv.slice(1);
  const database = new (require('better-sqlite3'))(file);
  database.exec('BEGIN EXCLUSIVE');
  process.stdout.write('locked');
  setTimeout(() => database.exec('COMMIT'), Number(ms));
`;

describeFaults('SQLite', async () => {
  const { strapi, graphql, admin, dataDir, stop } = await bootStrapi();
  const file = path.join(dataDir, 'content.db');
  const database = new BetterSqlite3(file);
  const pragma = async (statement: string) => {
    const [row] = await strapi.db.connection.raw<Record<string, number>[]>(`PRAGMA ${statement}`);
    return Object.values(row ?? {})[0] ?? 0;
  };
  return {
    ask: graphql,
    admin,
    query: (sql) => database.prepare(sql).all() as object[],
    patience: 2_000,
    lock: async (ms) => {
      const holder = execa('node', ['-e', LOCK, file, String(ms)], { cwd: fileURLToPath(new URL('..', import.meta.url)) });
      await new Promise((resolve) => holder.stdout.once('data', resolve));
      return async () => {
        await holder;
      };
    },
    fillDisk: async () => {
      const unlimited = await pragma('max_page_count');
      await pragma(`max_page_count = ${await pragma('page_count')}`);
      return async () => {
        await pragma(`max_page_count = ${unlimited}`);
      };
    },
    readLong: () => {
      const reader = new BetterSqlite3(file, { readonly: true });
      reader.exec('BEGIN');
      reader.prepare('SELECT count(*) FROM articles').get();
      return Promise.resolve(() => {
        reader.close();
        return Promise.resolve();
      });
    },
    refuseCommits: () => {
      // The only thing that fails at COMMIT and not before it: a foreign key that is checked as late as that.
      database.exec(`
        CREATE TABLE probe_parent (id INTEGER PRIMARY KEY);
        CREATE TABLE probe_child (parent INTEGER REFERENCES probe_parent (id) DEFERRABLE INITIALLY DEFERRED);
        CREATE TRIGGER probe AFTER INSERT ON articles WHEN NEW.slug LIKE 'refused%'
        BEGIN INSERT INTO probe_child (parent) VALUES (1); END;
      `);
      return Promise.resolve();
    },
    breakTable: (table) => {
      database.exec(`CREATE TRIGGER broken BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'broken for a test'); END`);
      return Promise.resolve(() => {
        database.exec('DROP TRIGGER broken');
        return Promise.resolve();
      });
    },
    stop: async () => {
      database.close();
      await stop();
    },
  };
});
