import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { ask, type Answer } from '../support/ask.ts';
import { faults, flapping } from '../support/fault-proxy.ts';
import { openStage, type Stage } from '../support/stage.ts';

const SLUG = 'introduction-to-act-therapy';
const PATIENCE = { timeout: 20_000, interval: 50 };

let stage: Stage;
let published: string[];

beforeAll(async () => {
  stage = await openStage(inject('readyCms'));
  await stage.isWarm();
  published = await stage.published();
});

afterAll(async () => {
  await stage.stop();
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> => stage.get(path, headers);
const publish = async (slug: string, title: string) => {
  expect(await stage.publish(slug, { title })).toBe(200);
};

async function failing(paths: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(paths.map(async (path) => ({ path, ...(await get(path)) })));
  return answers
    .filter(({ status, text }) => status !== 200 || text.includes('canary'))
    .map(({ path, status }) => `${status} ${path}`);
}

const shows = (path: string, words: string) => async () => (await get(path)).text.includes(words);

describe('a published change', () => {
  it('shows on every page that names it, and no older text after it', async () => {
    await publish(SLUG, 'A Title of Today');
    for (const path of [`/articles/${SLUG}`, '/articles'])
      await expect.poll(shows(path, 'A Title of Today'), PATIENCE).toBe(true);
  });

  it('shows within 15 seconds even if nobody is told of it: the stream is dead, or deaf', { timeout: 60_000 }, async () => {
    for (const how of ['dead', 'deaf'] as const) {
      stage.proxy.breakStreams(how);
      await publish(SLUG, `A Title Told to the ${how}`);
      const within = { timeout: 15_000, interval: 50 };
      await expect.poll(shows(`/articles/${SLUG}`, `A Title Told to the ${how}`), within).toBe(true);
    }
    stage.proxy.breakStreams(null);
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
    const head = await ask(stage.site().url, { method: 'HEAD', path: `/articles/${SLUG}`, headers: { 'accept-encoding': 'br' } });
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
    stage.proxy.set(null);
  });

  it.each(Object.entries(faults))('%s, everything that was published is still there', async (_name, fault) => {
    stage.proxy.set(fault);
    // All of them when it is stopped; some are enough to tell whether the others are kept from it in the same way.
    expect(await failing(published.filter((_path, i) => fault === faults.stopped || i % 7 === 0))).toEqual([]);
    const unseen = await get('/articles?category=never-asked-for');
    expect([unseen.status, unseen.headers['retry-after'], unseen.headers['cache-control']]).toEqual([503, '30', 'no-store']);
    expect((await get('/readyz')).status).toBe(200);
  });

  it('flapping, everything is there, and what is new shows in spite of it', async () => {
    stage.proxy.set(flapping);
    await publish(SLUG, 'A Title While It Flaps');
    const end = performance.now() + 3_000;
    while (performance.now() < end) expect(await failing(published.filter((_path, i) => i % 7 === 0))).toEqual([]);
    await expect.poll(shows(`/articles/${SLUG}`, 'A Title While It Flaps'), PATIENCE).toBe(true);
  });

  it('slow, one visitor at most waits for what is new', { timeout: 60_000 }, async () => {
    stage.proxy.set(null);
    await publish(SLUG, 'A Title Before It Is Slow');
    // Everything that shows it is out of date by now, and little of it was made anew.
    await expect.poll(shows(`/articles/${SLUG}`, 'A Title Before It Is Slow'), PATIENCE).toBe(true);
    stage.proxy.set(faults.slow);
    const slow: string[] = [];
    // The search page is made anew for everybody.
    for (const page of published.filter((one) => one !== '/search').slice(0, 30)) {
      const begun = performance.now();
      expect((await get(page)).status).toBe(200);
      if (performance.now() - begun > 900) slow.push(page);
    }
    expect(slow.slice(1)).toEqual([]);
  });

  it('everything outlives a restart, and what is damaged is not shown', { timeout: 60_000 }, async () => {
    stage.proxy.set(faults.stopped);
    await stage.restartSite(() => {
      const [file = ''] = stage.keptWith('"key":"/glossary"');
      const victim = path.join(stage.pagesFolder, file);
      const bytes = readFileSync(victim);
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      writeFileSync(victim, bytes);
    });
    expect(await failing(published)).toEqual(['503 /glossary']);
    expect((await get('/healthz')).status).toBe(200);
    const search = await get('/search?q=ketamine');
    expect([search.status, search.headers['retry-after'], search.headers['cache-control']]).toEqual([503, '30', 'no-store']);
    for (const help of ['href="tel:988"', 'href="/categories/talk-therapies"', '555-0142']) expect(search.text).toContain(help);
    stage.proxy.set(null);
    await expect.poll(async () => (await get('/glossary')).status, PATIENCE).toBe(200);
  });
});
