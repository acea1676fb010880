import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { freshSecrets, startCms, temporaryFolder, type CmsProcess } from '../support/cms-process.ts';
import { halvesIn } from '../support/consistency.ts';
import { ARTICLE, articleData, type Shelf } from '../support/content.ts';
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
  for (const { path } of folders) {
    const cms = await startCms(path, environment);
    administrator ??= cms.reports.find(({ event }) => event === 'first-administrator') as unknown as Administrator;
    servers.push({ cms, admin: adminOf(cms.url, administrator) });
  }
  const { data } = await askCms(servers[0]?.cms.url ?? '', '{ categories { documentId } contributors { documentId } }');
  const { categories, contributors } = data as unknown as Record<'categories' | 'contributors', { documentId: string }[]>;
  shelf = {
    category: categories[0]?.documentId ?? '',
    author: contributors[0]?.documentId ?? '',
    source: { documentId: '', citationKey: '', doi: '' },
  };
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
