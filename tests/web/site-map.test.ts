import { readFileSync } from 'node:fs';
import path from 'node:path';

import { buildSchema, graphqlSync } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { ask } from '../support/ask.ts';
import { startFakeCms, type FakeCms } from '../support/fake-cms.ts';
import { root } from '../support/operations.ts';
import { startSite, type SiteProcess } from '../support/site.ts';

const ARTICLES = 2_400;
const SIZE = 1_000;

interface Asked {
  field: string;
  start: number;
  limit: number;
}

let cms: FakeCms;
let site: SiteProcess;
let asked: Asked[] = [];

interface Arguments {
  pagination?: { start?: number; limit?: number };
  sort?: string[];
}

const schema = buildSchema(readFileSync(path.join(root, 'packages/types/schema.graphql'), 'utf8'));

/** A list of which a question wants a part. */
const listed =
  (field: string, entry: (at: number) => object, total: number) =>
  ({ pagination: { start = 0, limit = 25 } = {} }: Arguments) => {
    asked.push({ field, start, limit });
    return Array.from({ length: Math.max(0, Math.min(limit, total - start)) }, (_, i) => entry(start + i));
  };

/** A library of more articles than one part holds: more than any test could publish. */
const library = {
  articles: listed(
    'articles',
    (at) => ({
      slug: `article-${at}`,
      updatedAt: '2026-03-01T00:00:00.000Z',
      firstPublishedAt: new Date(Date.UTC(2020, 0, 1) + at * 60_000).toISOString(),
      seo: { noindex: false, canonicalUrl: null },
    }),
    ARTICLES,
  ),
  articles_connection: () => ({ pageInfo: { total: ARTICLES } }),
  categories: listed('categories', () => ({}), 0),
  contributors: listed('contributors', () => ({}), 0),
  sources: listed('sources', () => ({ citationKey: 'ZAR06', updatedAt: '2026-02-01T00:00:00.000Z' }), 1),
  glossaryTerms: listed('glossaryTerms', () => ({}), 0),
  clinic: () => null,
};

beforeAll(async () => {
  cms = await startFakeCms();
  cms.answers.set('/graphql', (response, request) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
      const answer = graphqlSync({ schema, source: query, rootValue: library, variableValues: variables });
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  site = await startSite({ cmsUrl: cms.url });
});
afterAll(async () => {
  await site.stop();
  await cms.stop();
});

const locationsIn = (xml: string) => [...xml.matchAll(/<loc>([^<]+)</g)].map(([, url = '']) => new URL(url).pathname);

it('the index names every part, and asks for no list of articles', async () => {
  asked = [];
  const { text } = await ask(site.url, { path: '/sitemap.xml' });
  expect(locationsIn(text)).toEqual([
    '/sitemap/pages.xml',
    '/sitemap/articles-1.xml',
    '/sitemap/articles-2.xml',
    '/sitemap/articles-3.xml',
    '/sitemap/sources-1.xml',
  ]);
  expect(asked.filter(({ field, limit }) => field === 'articles' && limit > 1)).toEqual([]);
  expect(asked.length).toBeLessThan(30);
});

it.each([1, 2, 3])('part %d asks for its own articles and for nothing else', async (number) => {
  asked = [];
  const { text } = await ask(site.url, { path: `/sitemap/articles-${number}.xml` });
  const first = (number - 1) * SIZE;
  const count = Math.min(SIZE, ARTICLES - first);
  expect(locationsIn(text)).toEqual(Array.from({ length: count }, (_, i) => `/articles/article-${first + i}`));
  expect(new Set(asked.map(({ field }) => field))).toEqual(new Set(['articles']));
  const starts = asked.map(({ start }) => start);
  expect([Math.min(...starts) >= first, Math.max(...starts) <= first + count]).toEqual([true, true]);
  expect(asked.length).toBeLessThanOrEqual(count / 100 + 1);
});

it.each(['articles-4', 'articles-0', 'pages-1', 'others-1', 'articles-1.5'])('%s is no part', async (name) => {
  expect((await ask(site.url, { path: `/sitemap/${name}.xml` })).status).toBe(404);
});
