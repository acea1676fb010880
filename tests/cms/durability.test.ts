import path from 'node:path';

import BetterSqlite3 from 'better-sqlite3';
import { execa } from 'execa';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { cmsRoot } from '../support/cms-process.ts';
import { bootStrapi, type TestCms } from '../support/strapi.ts';

let cms: TestCms;
beforeAll(async () => {
  cms = await bootStrapi();
});
afterAll(() => cms.stop());

const terms = '/content-manager/collection-types/api::glossary-term.glossary-term';
const term = (slug: string) => ({ term: slug, slug, definition: 'A word that a test saved.' });
const isStored = async (slug: string) =>
  (await cms.strapi.db.query('api::glossary-term.glossary-term').findOne({ where: { slug } })) !== null;

describe('SQLite', () => {
  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['busy_timeout', 2000],
    ['foreign_keys', 1],
  ])('runs with %s = %s', async (pragma, value) => {
    const [row] = await cms.strapi.db.connection.raw<Record<string, unknown>[]>(`PRAGMA ${pragma}`);
    expect(Object.values(row ?? {})[0]).toBe(value);
  });

  it('goes on saving while somebody reads for long, as a backup does', async () => {
    const reader = new BetterSqlite3(path.join(cms.dataDir, 'content.db'), { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM articles').get();
    try {
      for (let i = 0; i < 20; i++) {
        const { status } = await cms.admin('POST', terms, term(`read-${i}`));
        expect(status).toBe(201);
      }
    } finally {
      reader.exec('COMMIT');
      reader.close();
    }
    expect(await isStored('read-19')).toBe(true);
  });
});

describe('a statement that fails unnoticed', () => {
  it('is noted and does not end the CMS', async () => {
    const program = `
      const { outliveLostRejections } = require(process.argv[1]);
      outliveLostRejections({ log: { error: (message) => console.log('noted: ' + message.split('\\n')[0]) } });
      Promise.reject(new Error('nobody waits for this'));
      setTimeout(() => console.log('alive'), 50);
    `;
    const { stdout } = await execa('node', ['-e', program, path.join(cmsRoot, 'dist/src/database/lost-rejections.js')]);
    expect(stdout.split('\n')).toEqual(['noted: Error: nobody waits for this', 'alive']);
  });
});

describe('a COMMIT that the database refuses', () => {
  // The only thing that fails at COMMIT and not before it: a foreign key that is checked as late as that.
  beforeAll(async () => {
    const { connection } = cms.strapi.db;
    await connection.raw('CREATE TABLE probe_parent (id INTEGER PRIMARY KEY)');
    await connection.raw('CREATE TABLE probe_child (parent INTEGER REFERENCES probe_parent (id) DEFERRABLE INITIALLY DEFERRED)');
    await connection.raw(
      `CREATE TRIGGER probe AFTER INSERT ON glossary_terms WHEN NEW.slug LIKE 'refused%'
       BEGIN INSERT INTO probe_child (parent) VALUES (1); END`,
    );
  });
  afterEach(async () => {
    // No connection may be left inside a transaction, or it would never write again.
    const { status } = await cms.admin('POST', terms, term(`after-${Math.random().toString(36).slice(2)}`));
    expect(status).toBe(201);
  });

  it('is never acknowledged by the admin', async () => {
    const { status } = await cms.admin('POST', terms, term('refused-in-the-admin'));
    expect(status).toBeGreaterThanOrEqual(500);
    expect(await isStored('refused-in-the-admin')).toBe(false);
  });

  it('rejects the document service', async () => {
    await expect(
      cms.strapi.documents('api::glossary-term.glossary-term').create({ data: term('refused-in-the-service') as never }),
    ).rejects.toThrow(/FOREIGN KEY/);
    expect(await isStored('refused-in-the-service')).toBe(false);
  });

  it('rejects a transaction of our own', async () => {
    const insert = cms.strapi.db.transaction(async ({ trx }: { trx: { raw: (sql: string) => Promise<unknown> } }) => {
      await trx.raw('INSERT INTO probe_child (parent) VALUES (1)');
    });
    await expect(insert).rejects.toThrow(/FOREIGN KEY/);
  });
});
