import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bootStrapi, type TestCms } from '../support/strapi.ts';

const DEMO = 13;
let cms: TestCms;
beforeAll(async () => {
  cms = await bootStrapi();
});
afterAll(() => cms.stop());

async function publishUntil(total: number): Promise<void> {
  const articles = cms.strapi.documents('api::article.article');
  const model = await articles.findFirst({
    status: 'published',
    populate: ['category', 'author', 'reviewer', 'sources'] as never,
  });
  const { category, author, reviewer, sources } = model as unknown as Record<string, never>;
  const ids = (value: unknown) => [value].flat().map((entry) => (entry as { documentId: string }).documentId);
  const existing = await cms.strapi.db.query('api::article.article').count({ where: { publishedAt: { $notNull: true } } });
  for (let i = existing; i < total; i++) {
    const { documentId } = await articles.create({
      data: {
        // Equal titles: the order must not depend on them alone.
        title: 'The same title',
        slug: `number-${i}`,
        summary: 'A summary.',
        shortAnswer: 'A short answer.',
        keyTakeaways: [{ text: 'A point.' }],
        evidence: 'early',
        coverDecorative: true,
        category: ids(category)[0],
        author: ids(author)[0],
        reviewer: ids(reviewer)[0],
        sources: ids(sources),
        body: [{ __component: 'body.rich-text', content: [{ type: 'paragraph', children: [{ type: 'text', text: 'Words.' }] }] }],
        seo: { title: 'A title', description: 'A description.' },
      } as never,
    });
    await articles.publish({ documentId });
  }
}

interface Connection {
  nodes: { slug: string }[];
  pageInfo: { page: number; pageSize: number; pageCount: number; total: number };
}

async function everyPage(pageSize: number, sort: string): Promise<{ slugs: string[]; last: Connection['pageInfo'] }> {
  const slugs: string[] = [];
  for (let page = 1; ; page++) {
    const { data, errors } = await cms.graphql(
      `query ($page: Int!, $pageSize: Int!, $sort: [String!]) {
        articles_connection(pagination: { page: $page, pageSize: $pageSize }, sort: $sort) {
          nodes { slug } pageInfo { page pageSize pageCount total }
        }
      }`,
      { page, pageSize, sort: [sort] },
    );
    expect(errors).toBeUndefined();
    const { nodes, pageInfo } = data?.['articles_connection'] as unknown as Connection;
    slugs.push(...nodes.map(({ slug }) => slug));
    if (page >= pageInfo.pageCount) return { slugs, last: pageInfo };
  }
}

describe.each([DEMO, 26, 101])('%i articles', (total) => {
  beforeAll(() => publishUntil(total));

  it.each([
    [1, 'firstPublishedAt:desc'],
    [10, 'title:asc'],
    [12, 'firstPublishedAt:desc'],
    [12, 'updatedAt:asc'],
    [25, 'title:desc'],
    [100, 'slug:asc'],
  ])('come in pages of %i by %s without losing or repeating one', async (pageSize, sort) => {
    const { slugs, last } = await everyPage(pageSize, sort);
    expect(new Set(slugs).size).toBe(total);
    expect(slugs).toHaveLength(total);
    expect(last).toEqual({ page: Math.ceil(total / pageSize), pageSize, pageCount: Math.ceil(total / pageSize), total });
  });

  it('end where they end', async () => {
    const { data } = await cms.graphql('{ articles(pagination: { page: 999, pageSize: 12 }) { slug } }');
    expect(data?.['articles']).toEqual([]);
  });
});

describe('lists inside an article', () => {
  it('are never cut', async () => {
    const articles = cms.strapi.documents('api::article.article');
    const entries = Array.from({ length: 130 }, (_, i) => ({ date: String(1800 + i), title: `Event ${i}` }));
    const [article] = await articles.findMany({ limit: 1 });
    const documentId = article?.documentId ?? '';
    const text = {
      __component: 'body.rich-text',
      content: [{ type: 'paragraph', children: [{ type: 'text', text: 'Words.' }] }],
    };
    await articles.update({ documentId, data: { body: [text, { __component: 'body.timeline', entries }] } as never });
    await articles.publish({ documentId });
    const { data } = await cms.graphql(
      `{ article(documentId: "${documentId}") { body { ... on TimelineBlock { entries { title } } } sources { citationKey } } }`,
    );
    const { body } = data?.['article'] as unknown as { body: { entries?: { title: string }[] }[] };
    expect(body[1]?.entries?.map(({ title }) => title)).toEqual(entries.map(({ title }) => title));
  });
});

describe('two editors', () => {
  it('who race for one address get it once, and one clear sentence', async () => {
    const articles = cms.strapi.documents('api::article.article');
    const [one, two] = await articles.findMany({ limit: 2, sort: 'documentId:asc' } as never);
    const slug = 'wanted-by-two';
    const results = await Promise.allSettled(
      [one, two].map(async (article) => {
        const documentId = article?.documentId ?? '';
        await articles.update({ documentId, data: { slug } as never });
        await articles.publish({ documentId });
      }),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(String(refused[0]?.reason)).toContain('Another published article already has this address. Choose a different slug.');
    const { data } = await cms.graphql(`{ articles(filters: { slug: { eq: "${slug}" } }) { slug } }`);
    expect(data?.['articles']).toEqual([{ slug }]);
  });
});

describe('how a list divides', () => {
  const divide = async (filters: object) => {
    const { data, errors } = await cms.graphql(
      `query ($filters: ArticleFiltersInput) {
        articles_connection(filters: $filters) {
          categories { category { slug } count } evidence { level count } pageInfo { total }
        }
      }`,
      { filters },
    );
    expect(errors).toBeUndefined();
    return data?.['articles_connection'] as unknown as {
      categories: { category: { slug: string }; count: number }[];
      evidence: { level: string; count: number }[];
      pageInfo: { total: number };
    };
  };
  const sum = (parts: { count: number }[]) => parts.reduce((all, { count }) => all + count, 0);

  it('adds up to the list, and every part is what its filter finds', async () => {
    const all = await divide({});
    expect([sum(all.categories), sum(all.evidence)]).toEqual([all.pageInfo.total, all.pageInfo.total]);
    for (const { category, count } of all.categories) {
      const narrowed = await divide({ category: { eq: category.slug } });
      expect(narrowed.pageInfo.total).toBe(count);
      // The filter itself does not count: the other categories stay to be chosen.
      expect(narrowed.categories).toEqual(all.categories);
      expect(sum(narrowed.evidence)).toBe(count);
    }
    for (const { level, count } of all.evidence) {
      expect((await divide({ evidence: { eq: level } })).pageInfo.total).toBe(count);
    }
  });
});
