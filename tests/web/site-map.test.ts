import { afterAll, beforeAll, expect, it } from 'vitest';

import { ask } from '../support/ask.ts';
import { startFakeCms, type FakeCms } from '../support/fake-cms.ts';
import { startSite, type SiteProcess } from '../support/site.ts';

const ARTICLES = 6_000;
const SIZE = 2_500;

interface Question {
  operationName: string;
  variables: { pagination?: { start: number; limit: number }; place?: number };
}

let cms: FakeCms;
let site: SiteProcess;
let questions: Question[] = [];

/** A library of more articles than one part holds: more than any test could publish. */
const answers: Record<string, (variables: Question['variables']) => unknown> = {
  MappedArticles: ({ pagination: { start, limit } = { start: 0, limit: 25 } }) => ({
    articles: Array.from({ length: Math.max(0, Math.min(limit, ARTICLES - start)) }, (_, i) => ({
      slug: `article-${start + i}`,
      updatedAt: '2026-03-01T00:00:00.000Z',
      seo: { noindex: false, canonicalUrl: null },
    })),
  }),
  ArticleCount: () => ({ articles_connection: { pageInfo: { total: ARTICLES } } }),
  PublicationAt: ({ place = 0 }) => ({
    articles: place < ARTICLES ? [{ firstPublishedAt: new Date(Date.UTC(2020, 0, 1) + place * 60_000).toISOString() }] : [],
  }),
  LatestChange: () => ({ articles: [{ updatedAt: '2026-03-02T00:00:00.000Z' }] }),
  MappedCategories: () => ({ categories: [] }),
  MappedPeople: () => ({ contributors: [] }),
  MappedSources: () => ({ sources: [{ citationKey: 'ZAR06', updatedAt: '2026-02-01T00:00:00.000Z' }] }),
  MappedTerms: () => ({ glossaryTerms: [] }),
  ClinicChange: () => ({ clinic: null }),
};

beforeAll(async () => {
  cms = await startFakeCms();
  cms.answers.set('/graphql', (response, request) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const question = JSON.parse(body) as Question;
      questions.push(question);
      const data = answers[question.operationName]?.(question.variables);
      response.writeHead(data ? 200 : 400, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
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
  questions = [];
  const { text } = await ask(site.url, { path: '/sitemap.xml' });
  expect(locationsIn(text)).toEqual([
    '/sitemap/pages.xml',
    '/sitemap/articles-1.xml',
    '/sitemap/articles-2.xml',
    '/sitemap/articles-3.xml',
    '/sitemap/sources-1.xml',
  ]);
  expect(questions.filter(({ operationName }) => operationName === 'MappedArticles')).toEqual([]);
  expect(questions.length).toBeLessThan(30);
});

it.each([1, 2, 3])('part %d asks for its own articles and for nothing else', async (number) => {
  questions = [];
  const { text } = await ask(site.url, { path: `/sitemap/articles-${number}.xml` });
  const first = (number - 1) * SIZE;
  const count = Math.min(SIZE, ARTICLES - first);
  expect(locationsIn(text)).toEqual(Array.from({ length: count }, (_, i) => `/articles/article-${first + i}`));
  expect(new Set(questions.map(({ operationName }) => operationName))).toEqual(new Set(['MappedArticles']));
  const starts = questions.map(({ variables }) => variables.pagination?.start ?? -1);
  expect([Math.min(...starts) >= first, Math.max(...starts) <= first + count]).toEqual([true, true]);
  expect(questions.length).toBeLessThanOrEqual(count / 100 + 1);
});

it.each(['articles-4', 'articles-0', 'pages-1', 'others-1', 'articles-1.5'])('%s is no part', async (name) => {
  expect((await ask(site.url, { path: `/sitemap/${name}.xml` })).status).toBe(404);
});
