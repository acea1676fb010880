import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startCms, temporaryFolder, type CmsProcess } from '../support/cms-process.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { adminOf, askCms, type Administrator, type CallAdmin } from '../support/strapi.ts';

const data = temporaryFolder('postgres-cms');
let postgres: TestPostgres;
let cms: CmsProcess;
let admin: CallAdmin;
beforeAll(async () => {
  postgres = await startPostgres();
  cms = await startCms(data.path, { DATABASE_URL: postgres.url });
  admin = adminOf(cms.url, cms.reports.find(({ event }) => event === 'first-administrator') as unknown as Administrator);
});
afterAll(async () => {
  await cms.stop();
  await postgres.stop();
  data.remove();
});

const terms = '/content-manager/collection-types/api::glossary-term.glossary-term';
const articles = '/content-manager/collection-types/api::article.article';
const term = (slug: string) => ({ term: slug, slug, definition: 'A word that a test saved.' });

describe('on PostgreSQL', () => {
  it('a first start fills the site', async () => {
    const { data: answer, errors } = await askCms(
      cms.url,
      `{ articles_connection(filters: { category: { in: ["ketamine-care"] } }, sort: ["title:asc"]) {
           nodes { slug title cover { url } sources { citationKey } body { __typename } } pageInfo { total } }
         articles(pagination: { limit: 100 }) { slug } contributors { slug } clinic { name featuredArticles { slug } } }`,
    );
    expect(errors).toBeUndefined();
    const { articles_connection, articles: all } = answer as unknown as {
      articles_connection: { nodes: { body: unknown[]; sources: unknown[] }[]; pageInfo: { total: number } };
      articles: unknown[];
    };
    expect(all).toHaveLength(13);
    expect(articles_connection.pageInfo.total).toBeGreaterThan(1);
    for (const { body, sources } of articles_connection.nodes) {
      expect(body.length).toBeGreaterThan(0);
      expect(sources.length).toBeGreaterThan(0);
    }
  });

  it('two live articles cannot share an address', async () => {
    const [taken] = await postgres.query<{ slug: string }>('SELECT slug FROM articles WHERE published_at IS NOT NULL LIMIT 1');
    await expect(
      postgres.query(`INSERT INTO articles (document_id, slug, published_at) VALUES ('another', $1, now())`, [taken?.slug]),
    ).rejects.toThrow(/articles_published_slug_unique/);
  });

  it('a draft stays one', async () => {
    const created = await admin('POST', articles, {
      title: 'Not yet',
      slug: 'not-yet',
      evidence: 'early',
      keyTakeaways: [],
      body: [],
    });
    expect(created.status, JSON.stringify(created.body)).toBe(201);
    const { data: answer } = await askCms(cms.url, '{ articles(filters: { slug: { eq: "not-yet" } }) { slug } }');
    expect(answer).toEqual({ articles: [] });
  });

  it('a COMMIT that the database refuses is never acknowledged', async () => {
    await postgres.query(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused at COMMIT'; END $$`,
    );
    await postgres.query(
      `CREATE CONSTRAINT TRIGGER refuse_at_commit AFTER INSERT ON glossary_terms DEFERRABLE INITIALLY DEFERRED
       FOR EACH ROW WHEN (NEW.slug LIKE 'refused%') EXECUTE FUNCTION refuse()`,
    );
    const refused = await admin('POST', terms, term('refused-one'));
    expect(refused.status).toBeGreaterThanOrEqual(500);
    expect(JSON.stringify(refused.body)).not.toMatch(/COMMIT|insert into/i);
    expect(await postgres.query(`SELECT 1 FROM glossary_terms WHERE slug = 'refused-one'`)).toEqual([]);
    expect((await admin('POST', terms, term('taken-one'))).status).toBe(201);
  });

  it('a connection that is lost before its COMMIT loses nothing that was acknowledged', async () => {
    await postgres.query(
      `CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$`,
    );
    await postgres.query(
      `CREATE CONSTRAINT TRIGGER leave_at_commit AFTER INSERT ON glossary_terms DEFERRABLE INITIALLY DEFERRED
       FOR EACH ROW WHEN (NEW.slug LIKE 'lost%') EXECUTE FUNCTION leave()`,
    );
    for (let i = 0; i < 5; i++) {
      const { status } = await admin('POST', terms, term(`lost-${i}`));
      expect(status).toBeGreaterThanOrEqual(500);
    }
    expect(await postgres.query(`SELECT slug FROM glossary_terms WHERE slug LIKE 'lost%'`)).toEqual([]);
    // The last of the lost connections may not have been noticed yet.
    await expect.poll(async () => (await admin('POST', terms, term('after-the-loss'))).status, { timeout: 5_000 }).toBe(201);
  });

  it('connections that are lost while many read end neither the CMS nor what comes after', async () => {
    const everything = '{ articles(pagination: { limit: 10 }) { title category { name } author { name } sources { title } } }';
    let isOver = false;
    const reading = Array.from({ length: 20 }, async () => {
      while (!isOver) await askCms(cms.url, everything).catch(() => undefined);
    });
    for (let i = 0; i < 20; i++) {
      await sleep(100);
      await postgres.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
    }
    isOver = true;
    await Promise.all(reading);
    const { data: answer, errors } = await askCms(cms.url, '{ articles(pagination: { limit: 100 }) { slug } }');
    expect(errors).toBeUndefined();
    expect(answer?.['articles']).toHaveLength(13);
    expect((await admin('POST', terms, term('after-the-storm'))).status).toBe(201);
  });

  it('a second start finds everything and loads nothing again', async () => {
    const before = await postgres.query<{ document_id: string }>('SELECT document_id FROM glossary_terms ORDER BY id');
    const { status } = await admin('DELETE', `${terms}/${before[0]?.document_id ?? ''}`);
    expect(status).toBe(200);
    await cms.stop();
    cms = await startCms(data.path, { DATABASE_URL: postgres.url });
    expect(cms.reports).toEqual([]);
    const { data: answer } = await askCms(cms.url, '{ articles(pagination: { limit: 100 }) { slug } }');
    expect(answer?.['articles']).toHaveLength(13);
    const after = await postgres.query('SELECT document_id FROM glossary_terms ORDER BY id');
    expect(after).toEqual(before.slice(1));
  });
});
