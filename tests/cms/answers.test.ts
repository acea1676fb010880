import { readFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ask, type Answer } from '../support/ask.ts';
import { ARTICLE, articleData, openShelf } from '../support/content.ts';
import { root } from '../support/operations.ts';
import { bootStrapi, type TestCms } from '../support/strapi.ts';

let cms: TestCms;
let statements: string[] = [];
beforeAll(async () => {
  cms = await bootStrapi();
  cms.strapi.db.connection.on('query', ({ sql }: { sql: string }) => statements.push(sql));
});
afterAll(() => cms.stop());

const { operations } = JSON.parse(readFileSync(path.join(root, 'packages/types/persisted-operations.json'), 'utf8')) as {
  operations: { id: string; name: string; body: string }[];
};
const idOf = (name: string) => operations.find((operation) => operation.name === name)?.id ?? '';

const post = (query: string, variables = {}, headers = {}) =>
  ask(cms.url, {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
const get = (name: string, variables?: object, headers = {}, method = 'GET') => {
  const search = new URLSearchParams({ documentId: idOf(name), ...(variables && { variables: JSON.stringify(variables) }) });
  return ask(cms.url, { method, path: `/graphql?${search.toString()}`, headers });
};
const dataOf = ({ text }: Answer) => (JSON.parse(text) as { data: Record<string, unknown> }).data;
const codeOf = ({ text }: Answer) =>
  (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

async function publishArticle(): Promise<{ documentId: string; slug: string }> {
  const data = articleData(await openShelf(cms.strapi));
  const articles = cms.strapi.documents(ARTICLE as never);
  const { documentId } = await articles.create({ data: data as never });
  await articles.publish({ documentId });
  return { documentId, slug: String(data['slug']) };
}

describe('answers from memory', () => {
  const query = '{ articles { title } }';

  it('take one statement: where the feed stands', async () => {
    const first = await post(query);
    statements = [];
    const second = await post(query);
    expect(second.text).toBe(first.text);
    expect(second.headers['content-type']).toBe(first.headers['content-type']);
    expect(statements).toEqual([expect.stringContaining('max(')]);
  });

  it('are told apart by their variables', async () => {
    const withSlug = 'query ($slug: String!) { categoryBySlug(slug: $slug) { slug } }';
    const slugs = (dataOf(await post('{ categories { slug } }'))['categories'] as { slug: string }[]).map(({ slug }) => slug);
    for (const slug of [...slugs, ...slugs]) expect(dataOf(await post(withSlug, { slug }))).toEqual({ categoryBySlug: { slug } });
  });

  it('are fresh with the first question after a publish, an edit and a withdrawal', async () => {
    const all = async () => dataOf(await post('{ articles(pagination: { limit: 100 }) { slug title } }'))['articles'] as object[];
    const before = await all();
    const { documentId, slug } = await publishArticle();
    expect(await all()).toHaveLength(before.length + 1);
    const articles = cms.strapi.documents(ARTICLE as never);
    await articles.update({ documentId, data: { title: 'Edited' } as never });
    expect(await all()).not.toContainEqual({ slug, title: 'Edited' });
    await articles.publish({ documentId });
    expect(await all()).toContainEqual({ slug, title: 'Edited' });
    await articles.unpublish({ documentId });
    expect(await all()).toEqual(before);
  });

  it('are never older than the position they were asked at, however a publish falls among many readers', async () => {
    const articles = cms.strapi.documents(ARTICLE as never);
    const { documentId } = await publishArticle();
    const titleNow = async () =>
      (dataOf(await post(`{ article(documentId: "${documentId}") { title } }`))['article'] as { title: string }).title;
    let published = 0;
    let isOver = false;
    const read = async () => {
      while (!isOver) {
        const atLeast = published;
        const [, seen = '0'] = /^Version (\d+)$/.exec(await titleNow()) ?? [];
        expect(Number(seen)).toBeGreaterThanOrEqual(atLeast);
      }
    };
    const readers = Promise.all([read(), read(), read()]);
    for (let version = 1; version <= 15; version++) {
      await articles.update({ documentId, data: { title: `Version ${version}` } as never });
      await articles.publish({ documentId });
      published = version;
    }
    isOver = true;
    await readers;
    expect(await titleNow()).toBe('Version 15');
  });

  it('never hold an error', async () => {
    const wrong = '{ articles(pagination: { limit: 1000 }) { title } }';
    for (const answer of [await post(wrong), await post(wrong)]) {
      expect(answer.status).toBe(400);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  it('are written as the client prefers, and refused if it takes neither', async () => {
    for (let i = 0; i < 2; i++) {
      const { headers } = await post(query, {}, { accept: 'application/graphql-response+json, application/json;q=0.9' });
      expect(headers['content-type']).toBe('application/graphql-response+json; charset=utf-8');
      expect((await post(query, {}, { accept: 'image/png' })).status).toBe(406);
    }
  });

  it('to POST are for nobody else to keep', async () => {
    for (const { headers } of [await post('{ clinic { name } }'), await post('{ clinic { name } }')]) {
      expect(headers['cache-control']).toBe('no-store');
      expect(headers.etag).toBeUndefined();
    }
  });
});

describe('listed operations by GET', () => {
  it('are not asked for by a body that looks like an address', async () => {
    const answer = await ask(cms.url, {
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: `?documentId=${encodeURIComponent(idOf('Clinic'))}`,
    });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'INVALID_JSON']);
  });

  it.each(operations.map(({ name }) => name))('answer what POST answers: %s', async (name) => {
    const known = dataOf(await post('{ articles { documentId slug } contentChanges(first: 5) { cursor } }'));
    const { documentId, slug } = (known['articles'] as Record<string, string>[])[0] ?? {};
    const { cursor: after } = known['contentChanges'] as { cursor: string };
    const variables: Record<string, unknown> = {
      slug,
      documentId,
      after,
      limit: 5,
      citationKey: 'NONE',
      path: '/articles/none',
      page: 1,
      pageSize: 5,
      place: 0,
      text: 'sleep',
      query: 'sleep',
    };
    const body = operations.find((operation) => operation.name === name)?.body ?? '';
    const given = Object.fromEntries(Object.entries(variables).filter(([key]) => body.includes(`$${key}:`)));
    const byGet = await get(name, given);
    expect(byGet.status, byGet.text).toBe(200);
    expect(byGet.text).toBe((await post(body, given)).text);
    expect(byGet.headers['surrogate-key']).toMatch(/^[\w/]+(?: [\w/]+)*$/);
  });

  it('may be kept by readers and by networks in between, and are open to pages of any origin', async () => {
    const { headers } = await get('Newsletter', undefined, { origin: 'https://partner.example' });
    expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=60, stale-while-revalidate=60, stale-if-error=86400');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    expect(headers.vary).toContain('Accept');
    expect(headers['ratelimit']).toBeUndefined();
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('are confirmed in a few bytes as long as nothing changed', async () => {
    const { headers } = await get('Newsletter');
    const { etag = '' } = headers;
    const again = await get('Newsletter', undefined, { 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    expect(again.headers['surrogate-key']).toBe(headers['surrogate-key']);
    await publishArticle();
    const fresh = await get('Newsletter', undefined, { 'if-none-match': etag });
    expect(fresh.status).toBe(200);
    expect(fresh.headers.etag).not.toBe(etag);
  });

  it('answer HEAD without a body', async () => {
    const { status, text, headers } = await get('Newsletter', undefined, {}, 'HEAD');
    expect([status, text]).toEqual([200, '']);
    expect(headers.etag).toBe((await get('Newsletter')).headers.etag);
  });

  it('say what they were made from: a page names its document, a list its kind', async () => {
    const { documentId, slug } = await publishArticle();
    const keys = async (name: string, variables?: object) =>
      String((await get(name, variables)).headers['surrogate-key']).split(' ');
    const page = await keys('PartnerPage', { slug });
    expect(page).toContain(`article/${documentId}`);
    expect(page).not.toContain('article');
    expect(page).toContain('clinic');
    expect(await keys('Newsletter')).toEqual(expect.arrayContaining(['article', expect.stringMatching(/^category\//)]));
    const missing = await keys('PartnerPage', { slug: 'never-was' });
    expect(missing).toEqual(['article', 'redirect']);
  });

  it.each([
    ['no documentId', '', 405, 'METHOD_NOT_ALLOWED'],
    ['a query', '?query=%7Barticles%7Btitle%7D%7D', 405, 'METHOD_NOT_ALLOWED'],
    ['a documentId that is not listed', '?documentId=sha256:00', 404, 'OPERATION_NOT_LISTED'],
    ['another parameter', () => `?documentId=${idOf('Newsletter')}&status=draft`, 400, 'QUERY_STRING'],
    ['a parameter given twice', () => `?documentId=${idOf('Newsletter')}&variables=%7B%7D&variables=%7B%7D`, 400, 'QUERY_STRING'],
    ['variables that are no object', () => `?documentId=${idOf('Newsletter')}&variables=1`, 400, 'INVALID_VARIABLES'],
    ['variables that are no JSON', () => `?documentId=${idOf('Newsletter')}&variables=%7B`, 400, 'INVALID_VARIABLES'],
    ['too much of a query string', `?documentId=${'x'.repeat(9_000)}`, 414, 'ADDRESS_TOO_LONG'],
  ])('are refused with %s', async (_what, search, status, code) => {
    const answer = await ask(cms.url, { path: `/graphql${typeof search === 'string' ? search : search()}` });
    expect(answer.status, answer.text).toBe(status);
    expect(codeOf(answer)).toBe(code);
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});
