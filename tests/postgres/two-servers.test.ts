import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { freshSecrets, startCms, temporaryFolder, type CmsProcess } from '../support/cms-process.ts';
import { halvesIn } from '../support/consistency.ts';
import { ARTICLE, articleData, askForShelf, type Shelf } from '../support/content.ts';
import { openStream } from '../support/event-stream.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { adminOf, askCms, type Administrator, type CallAdmin } from '../support/strapi.ts';

const token = randomBytes(32).toString('base64');
const folders = [temporaryFolder('one-server'), temporaryFolder('other-server')];
const articles = `/content-manager/collection-types/${ARTICLE}`;
let postgres: TestPostgres;
let servers: { cms: CmsProcess; admin: CallAdmin }[] = [];
let shelf: Shelf;

beforeAll(async () => {
  postgres = await startPostgres();
  const environment = { ...freshSecrets(), DATABASE_URL: postgres.url, SITE_TOKEN: token };
  let administrator: Administrator | undefined;
  for (const [i, { path }] of folders.entries()) {
    // PostgreSQL knows by this name whose connection it is.
    const cms = await startCms(path, { ...environment, PGAPPNAME: `server-${i}` });
    administrator ??= cms.reports.find(({ event }) => event === 'first-administrator') as unknown as Administrator;
    servers.push({ cms, admin: adminOf(cms.url, administrator) });
  }
  shelf = await askForShelf((query) => askCms(servers[0]?.cms.url ?? '', query));
}, 600_000);
afterAll(async () => {
  for (const { cms } of servers) await cms.stop();
  servers = [];
  await postgres.stop();
  for (const folder of folders) folder.remove();
});

async function publish({ admin }: { admin: CallAdmin }, slug: string): Promise<number> {
  return (await admin('POST', `${articles}/actions/publish`, articleData(shelf, { slug }))).status;
}

/** Reads on from a cursor, as somebody who never looks back. */
async function readOn(url: string, after: string | null): Promise<{ slugs: (string | null)[]; cursor: string }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, connection: 'close' },
    body: JSON.stringify({
      query: 'query ($after: String) { contentChanges(after: $after, first: 100) { nodes { slug } cursor } }',
      variables: { after },
    }),
  });
  const { data } = (await response.json()) as { data: { contentChanges: { nodes: { slug: string | null }[]; cursor: string } } };
  return { slugs: data.contentChanges.nodes.map(({ slug }) => slug), cursor: data.contentChanges.cursor };
}

describe('two servers on one PostgreSQL', { timeout: 240_000 }, () => {
  it('publish at the same time, and no reader of the feed skips what was committed late', async () => {
    const url = servers[0]?.cms.url ?? '';
    const seen = new Set<string | null>();
    let cursor: string | null = null;
    const read = async () => {
      const part = await readOn(url, cursor);
      for (const slug of part.slugs) seen.add(slug);
      cursor = part.cursor;
      return part.slugs.length;
    };
    while ((await read()) > 0);
    const wanted = servers.flatMap((_, server) => Array.from({ length: 20 }, (_unused, i) => `server-${server}-${i}`));
    const writing = Promise.all(
      servers.flatMap((server, which) => Array.from({ length: 20 }, (_, i) => publish(server, `server-${which}-${i}`))),
    );
    const finished = writing.then(() => true);
    while (!(await Promise.race([finished, read().then(() => false)])));
    expect(new Set(await writing)).toEqual(new Set([200]));
    while ((await read()) > 0);
    expect(wanted.filter((slug) => !seen.has(slug))).toEqual([]);
    expect(await halvesIn((sql) => postgres.query(sql), 'PostgreSQL')).toEqual([]);
  });

  it('give an address to one article only', async () => {
    for (let i = 0; i < 5; i++) {
      const outcomes = await Promise.all(servers.map((server) => publish(server, `wanted-by-both-${i}`)));
      expect(outcomes.sort()).toEqual([200, 400]);
    }
  });

  it('tell each other’s listeners of a change at once', async () => {
    const [here, there] = servers;
    if (!here || !there) throw new Error('there are two');
    const stream = await openStream(here.cms.url, { authorization: `Bearer ${token}` });
    await stream.until(({ name }) => name === 'restart');
    expect(await publish(there, 'published-there')).toBe(200);
    const committed = performance.now();
    await stream.until(({ data }) => data.slug === 'published-there');
    // Sooner than a listener that looks again by itself, every ten seconds, could find it.
    expect(performance.now() - committed).toBeLessThan(5_000);
    stream.close();
  });
});

describe('schedules that are due at one moment, on two servers', { timeout: 240_000 }, () => {
  const MANY = 10;
  /** Long enough that both servers look at the clock, every 15 s, before all is done. */
  const SLOW_S = 1.8;
  const PATIENCE = { timeout: 120_000, interval: 200 };
  const numbered = (row: { count: string } | undefined) => Number(row?.count);

  interface Done {
    document_id: string;
    server: string;
  }
  /** What was published, by which server; nothing of what was rolled back. */
  const done = () => postgres.query<Done>('SELECT document_id, server FROM test_published ORDER BY document_id');
  const open = async () =>
    numbered((await postgres.query<{ count: string }>("SELECT count(*) FROM article_schedules WHERE state <> 'done'"))[0]);
  const changes = async () =>
    numbered((await postgres.query<{ count: string }>('SELECT max(position) AS count FROM public_changes'))[0]);
  async function serverAtWork(): Promise<string | undefined> {
    const [holder] = await postgres.query<{ application_name: string }>(
      `SELECT application_name FROM pg_stat_activity JOIN pg_locks USING (pid)
       WHERE locktype = 'advisory' AND granted AND datname = current_database()`,
    );
    return holder?.application_name;
  }

  beforeAll(async () => {
    await postgres.query('CREATE TABLE test_published (document_id text, server text)');
    await postgres.query(
      `CREATE FUNCTION note_published() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         INSERT INTO test_published VALUES (NEW.document_id, current_setting('application_name'));
         PERFORM pg_sleep(${SLOW_S});
         RETURN NULL;
       END $$`,
    );
    await postgres.query(
      `CREATE TRIGGER note_published AFTER INSERT ON articles
       FOR EACH ROW WHEN (NEW.published_at IS NOT NULL AND NEW.slug LIKE 'due-%') EXECUTE FUNCTION note_published()`,
    );
  });

  /** Arranges articles for later, and lets that moment be now. @returns the articles */
  async function letFallDue(name: string): Promise<string[]> {
    await postgres.query('DELETE FROM test_published');
    const { admin } = servers.at(-1) ?? {};
    if (!admin) throw new Error('there are two');
    const documents: string[] = [];
    for (let i = 0; i < MANY; i++) {
      const { body } = await admin('POST', articles, articleData(shelf, { slug: `due-${name}-${i}` }));
      const { documentId } = (body as { data: { documentId: string } }).data;
      const time = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 16);
      expect((await admin('POST', '/schedules', { documentId, action: 'publish', time })).status).toBe(200);
      documents.push(documentId);
    }
    await postgres.query("UPDATE article_schedules SET at = now() - interval '1 minute' WHERE state = 'pending'");
    return documents.sort();
  }

  it('happen once each, whichever server does it', async () => {
    const before = await changes();
    const documents = await letFallDue('both');
    await expect.poll(open, PATIENCE).toBe(0);
    const published = await done();
    expect(published.map(({ document_id }) => document_id)).toEqual(documents);
    expect(await changes()).toBe(before + MANY);
    expect(await halvesIn((sql) => postgres.query(sql), 'PostgreSQL')).toEqual([]);
  });

  it('happen once each when the server that is at work is killed in the middle', async () => {
    const before = await changes();
    const documents = await letFallDue('killed');
    await expect.poll(async () => (await done()).length, PATIENCE).toBeGreaterThan(1);
    await expect.poll(serverAtWork, PATIENCE).toBeDefined();
    const killed = (await serverAtWork()) ?? '';
    await servers[Number(killed.replace('server-', ''))]?.cms.stop('SIGKILL');
    const until = await done();
    expect(until.length).toBeLessThan(MANY - 1);

    await expect.poll(open, PATIENCE).toBe(0);
    const published = await done();
    expect(published.map(({ document_id }) => document_id)).toEqual(documents);
    const after = published.filter(({ document_id }) => !until.some((one) => one.document_id === document_id));
    expect(after.filter(({ server }) => server === killed)).toEqual([]);
    expect(await changes()).toBe(before + MANY);
    expect(await halvesIn((sql) => postgres.query(sql), 'PostgreSQL')).toEqual([]);
  });
});
