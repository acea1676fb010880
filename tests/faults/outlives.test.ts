import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';

import { ask, type Answer } from '../support/ask.ts';
import { startCms, temporaryFolder, type CmsProcess } from '../support/cms-process.ts';
import { faults, startFaultProxy, type FaultProxy } from '../support/fault-proxy.ts';
import { freePort } from '../support/ports.ts';
import { copyOf } from '../support/ready-cms.ts';
import { readSiteMap } from '../support/site-map.ts';
import { startSite, type SiteProcess } from '../support/site.ts';
import { adminOf, type CallAdmin } from '../support/strapi.ts';

const ready = inject('readyCms');
const articles = '/content-manager/collection-types/api::article.article';
const SLUG = 'introduction-to-act-therapy';
const PATIENCE = { timeout: 20_000, interval: 50 };

let cms: CmsProcess;
let proxy: FaultProxy;
let site: SiteProcess;
let admin: CallAdmin;
let restart: () => Promise<void>;
const content = copyOf(ready);
const data = temporaryFolder('site');
/** Every address of the site map, and every picture on those pages. */
let published: string[];

beforeAll(async () => {
  const port = await freePort();
  const shared = { SITE_URL: `http://127.0.0.1:${port}`, SITE_TOKEN: randomBytes(32).toString('base64') };
  cms = await startCms(content.path, { ...ready.secrets, ...shared });
  proxy = await startFaultProxy(cms.url);
  admin = adminOf(cms.url, ready.administrator);
  const start = () => startSite({ cmsUrl: proxy.url, port, dataDir: data.path, env: shared });
  site = await start();
  restart = async () => {
    await site.stop();
    site = await start();
  };
  await vi.waitUntil(() => site.logs().includes('pages made ahead'), { timeout: 120_000 });
  const { parts, pages: paths } = await readSiteMap(get);
  const pages = await Promise.all(paths.map((path) => get(path)));
  const pictures = pages.flatMap(({ text }) => [...text.matchAll(/\ssrc="(\/media\/[^"]+)"/g)].map(([, path = '']) => path));
  published = [...new Set(['/sitemap.xml', ...parts, ...paths, ...pictures])];
});

afterAll(async () => {
  await site.stop();
  await proxy.stop();
  await cms.stop();
  content.remove();
  data.remove();
});

const get = (path: string, headers = {}): Promise<Answer> => ask(site.url, { path, headers });

async function failing(paths: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(paths.map(async (path) => ({ path, ...(await get(path)) })));
  return answers
    .filter(({ status, text }) => status !== 200 || text.includes('canary'))
    .map(({ path, status }) => `${status} ${path}`);
}

interface Entry {
  documentId: string;
  title: string;
}

async function find(slug: string): Promise<Entry> {
  const { body } = await admin('GET', `${articles}?filters[slug][$eq]=${slug}`);
  return (body as { results: [Entry] }).results[0];
}

async function publish(slug: string, title: string): Promise<void> {
  const { documentId } = await find(slug);
  const { status } = await admin('POST', `${articles}/${documentId}/actions/publish`, { title });
  expect(status).toBe(200);
}

const shows = (path: string, words: string) => async () => (await get(path)).text.includes(words);

describe('a published change', () => {
  it('shows on every page that names it, and no older text after it', async () => {
    await publish(SLUG, 'A Title of Today');
    for (const path of [`/articles/${SLUG}`, '/articles'])
      await expect.poll(shows(path, 'A Title of Today'), PATIENCE).toBe(true);
  });

  it('shows even if nobody is told of it', async () => {
    proxy.dropStreams(true);
    await publish(SLUG, 'A Title Nobody Was Told Of');
    await expect.poll(shows(`/articles/${SLUG}`, 'A Title Nobody Was Told Of'), PATIENCE).toBe(true);
    proxy.dropStreams(false);
  });
});

describe('a kept page', () => {
  it('says how it may be kept, and is not sent twice', async () => {
    const first = await get(`/articles/${SLUG}`, { 'accept-encoding': 'br' });
    expect(first.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=0, must-revalidate',
      vary: 'Accept-Encoding',
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
      'surrogate-key': expect.stringContaining(`article:${SLUG}`) as string,
    });
    const { etag = '', 'last-modified': modified = '' } = first.headers;
    for (const condition of [{ 'if-none-match': etag }, { 'if-modified-since': modified }]) {
      const again = await get(`/articles/${SLUG}`, condition);
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
    }
    const head = await ask(site.url, { method: 'HEAD', path: `/articles/${SLUG}`, headers: { 'accept-encoding': 'br' } });
    expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', String(first.body.byteLength)]);
  });

  it.each<[string, string, Record<string, string>]>([
    ['parameters', `/articles/${SLUG}?utm_source=canary&q=canary`, {}],
    ['a forwarded host', `/articles/${SLUG}`, { 'x-forwarded-host': 'canary.test', 'x-forwarded-proto': 'canary' }],
    [
      'cookies and languages',
      `/articles/${SLUG}`,
      { cookie: 'a=canary', 'accept-language': 'canary', authorization: 'Bearer canary' },
    ],
    ['another spelling', `/articles/%69${SLUG.slice(1)}`, {}],
  ])('is the same for everybody, whatever is sent along: %s', async (_case, path, headers) => {
    const { text, headers: before } = await get(`/articles/${SLUG}`);
    const asked = await get(path, headers);
    expect([asked.text === text, asked.headers.etag]).toEqual([true, before.etag]);
    expect(JSON.stringify(asked.headers) + text).not.toContain('canary');
  });

  it('is asked for by our name only', async () => {
    expect((await get('/', { host: 'canary.test' })).status).toBe(421);
    expect((await get('/')).text).not.toContain('canary');
  });

  it('keeps nothing that failed', async () => {
    for (const path of ['/articles/never-was', '/articles?page=999', '/nowhere']) {
      const { status, headers } = await get(path);
      expect([status, headers['cache-control'], headers['surrogate-key']]).toEqual([404, 'no-store', undefined]);
    }
  });
});

describe('while the CMS is away', () => {
  afterAll(() => {
    proxy.set(null);
  });

  it.each(Object.entries(faults))('%s, everything that was published is still there', async (_name, fault) => {
    proxy.set(fault);
    // All of them when it is stopped; some are enough to tell whether the others are kept from it in the same way.
    expect(await failing(published.filter((_path, i) => fault === faults.stopped || i % 7 === 0))).toEqual([]);
    const unseen = await get('/articles?category=never-asked-for');
    expect([unseen.status, unseen.headers['retry-after'], unseen.headers['cache-control']]).toEqual([503, '30', 'no-store']);
    expect((await get('/readyz')).status).toBe(200);
  });

  it('everything outlives a restart, and what is damaged is not shown', { timeout: 60_000 }, async () => {
    proxy.set(faults.stopped);
    await site.stop();
    const folder = path.join(data.path, 'cache/pages');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.page'));
    const victim = files.find((name) => readFileSync(path.join(folder, name), 'latin1').includes('"key":"/glossary"')) ?? '';
    const bytes = readFileSync(path.join(folder, victim));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(path.join(folder, victim), bytes);
    await restart();
    expect(await failing(published)).toEqual(['503 /glossary']);
    expect((await get('/healthz')).status).toBe(200);
    proxy.set(null);
    await expect.poll(async () => (await get('/glossary')).status, PATIENCE).toBe(200);
  });
});

describe('what is taken down', () => {
  it('is gone from every page and from the disk, and stays gone when the CMS is away', async () => {
    const victim = published.find((path) => /^\/articles\/[^/]+$/.test(path) && !path.endsWith(SLUG)) ?? '';
    const slug = victim.slice('/articles/'.length);
    const { documentId } = await find(slug);
    expect((await admin('POST', `${articles}/${documentId}/actions/unpublish`, {})).status).toBe(200);
    await expect.poll(async () => (await get(victim)).status, PATIENCE).toBe(410);
    const folder = path.join(data.path, 'cache/pages');
    await expect
      .poll(
        () =>
          readdirSync(folder, { recursive: true, encoding: 'utf8' })
            .filter((name) => name.endsWith('.page'))
            .filter((name) => readFileSync(path.join(folder, name), 'latin1').includes(`article:${slug}"`)),
        PATIENCE,
      )
      .toEqual([]);
    proxy.set(faults.stopped);
    await restart();
    expect((await get(victim)).status).toBe(503);
    proxy.set(null);
  });
});
