import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { siteOperations } from '../support/operations.ts';
import { bootStrapi, type TestCms } from '../support/strapi.ts';

const operations = new Map(siteOperations().map(({ name, document }) => [name, document]));
const site = (name: string) => {
  const document = operations.get(name);
  if (document === undefined) throw new Error(`The site sends no operation ${name}.`);
  return document;
};

/** The ten shapes: how each is asked for so that up to `count` articles come back. */
const shapes: Record<string, (count: number) => { query: string; variables?: Record<string, unknown> }> = {
  'the listing': (count) => ({ query: site('ArticleList'), variables: { filters: {}, page: 1, pageSize: count } }),
  'a part of the site map': (count) => ({ query: site('MappedArticles'), variables: { pagination: { limit: count } } }),
  'one whole article': () => ({ query: site('ArticleBySlug'), variables: { slug: 'ketamine-with-therapy-or-infusions-alone' } }),
  'the home page': () => ({ query: site('HomeTexts') }),
  'the people': (count) => ({ query: site('ContributorList'), variables: { pagination: { limit: count } } }),
  'the works': (count) => ({ query: site('MappedSources'), variables: { pagination: { limit: count } } }),
  'cards with people and works': (count) => ({
    query: `{ articles(pagination: { limit: ${Math.min(count, 66)} }) { title category { name } author { name } sources { title } } }`,
  }),
  'articles that lead to others': (count) => ({
    query: `{ articles(pagination: { limit: ${count} }) { title related { title } } }`,
  }),
  'a category’s articles': (count) => ({
    query: `{ articles(filters: { category: { in: ${JSON.stringify(categories)} } }, pagination: { limit: ${count} }) { title } }`,
  }),
  'texts for a copy': (count) => ({
    query: `{ articles(pagination: { limit: ${Math.min(count, 60)} }) { slug markdown attribution } }`,
  }),
};

let categories: string[] = [];
let cms: TestCms;
let statements: string[] = [];
beforeAll(async () => {
  cms = await bootStrapi();
  const { data } = await cms.graphql('{ categories { slug } }');
  categories = (data?.['categories'] as unknown as { slug: string }[]).map(({ slug }) => slug);
  await publishCopies(100 - 13);
  // What only the first question of a process needs is asked before counting.
  for (const shape of Object.values(shapes)) {
    const { query, variables } = shape(1);
    await cms.graphql(query, variables);
  }
  cms.strapi.db.connection.on('query', ({ sql }: { sql: string }) => statements.push(sql));
}, 600_000);
afterAll(() => cms.stop());

async function publishCopies(count: number): Promise<void> {
  const articles = cms.strapi.documents('api::article.article');
  const populate = ['category', 'author', 'reviewer', 'sources'];
  const model = (await articles.findFirst({ status: 'published', populate } as never)) as unknown as Record<string, never>;
  const id = (value: unknown) => (value as { documentId: string }).documentId;
  for (let i = 0; i < count; i++) {
    const { documentId } = await articles.create({
      data: {
        title: `Copy ${i}`,
        slug: `copy-${i}`,
        summary: 'A summary.',
        shortAnswer: 'A short answer.',
        keyTakeaways: [{ text: 'A point.' }],
        evidence: 'early',
        coverDecorative: true,
        category: id(model['category']),
        author: id(model['author']),
        reviewer: id(model['reviewer']),
        sources: (model['sources'] as unknown as unknown[]).map(id),
        related: [id(model)],
        body: [{ __component: 'body.rich-text', content: [{ type: 'paragraph', children: [{ type: 'text', text: 'Words.' }] }] }],
        seo: { title: 'A title', description: 'A description.' },
      } as never,
    });
    await articles.publish({ documentId });
  }
}

describe('the number of SQL statements', () => {
  it.each(Object.keys(shapes))('is the same for 1, 12 and 100 articles: %s', async (name) => {
    const counts: number[] = [];
    for (const count of [1, 12, 100]) {
      const { query, variables } = shapes[name]?.(count) ?? { query: '' };
      statements = [];
      // A text of its own for each count, so that none is answered from memory.
      const { errors } = await cms.graphql(`${query} # ${count}`, variables);
      expect(errors, JSON.stringify(errors)).toBeUndefined();
      counts.push(statements.length);
    }
    process.stdout.write(`statements ${name}: ${counts.join(', ')}\n`);
    expect(new Set(counts).size, counts.join(', ')).toBe(1);
  });
});
