import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ARTICLE, articleData, openShelf, paragraph, text, type Shelf } from '../support/content.ts';
import { bootStrapi, type TestCms } from '../support/strapi.ts';

interface Statement {
  sql: string;
  bindings: unknown[];
}

let cms: TestCms;
let shelf: Shelf;
let statements: Statement[] = [];
beforeAll(async () => {
  cms = await bootStrapi();
  shelf = await openShelf(cms.strapi);
  cms.strapi.db.connection.on('query', ({ sql, bindings }: Statement) => statements.push({ sql, bindings }));
});
afterAll(() => cms.stop());

const isPlannable = ({ sql }: Statement) => /^(?:select|insert|update|delete|with)\b/i.test(sql);

/** How SQLite finds the rows of each statement that `work` sends. */
async function plansOf(work: () => Promise<unknown>): Promise<{ sql: string; steps: string[] }[]> {
  statements = [];
  await work();
  const sent = statements.filter(isPlannable);
  const plans: { sql: string; steps: string[] }[] = [];
  for (const { sql, bindings } of sent) {
    const rows = await cms.strapi.db.connection.raw<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, bindings as never);
    plans.push({ sql, steps: rows.map(({ detail }) => detail) });
  }
  return plans;
}

async function plansOfQuery(query: string): Promise<{ sql: string; steps: string[] }[]> {
  return plansOf(async () => {
    const { errors } = await cms.graphql(query);
    expect(errors).toBeUndefined();
  });
}

/** Steps that look at every row of a table, or sort what an index could have given in order. */
const readsEverything = (steps: string[]) => steps.filter((step) => /^SCAN (?!.* INDEX)/.test(step));
const sorts = (steps: string[]) => steps.filter((step) => step.includes('TEMP B-TREE'));

const lists = (plans: { sql: string; steps: string[] }[]) =>
  plans.filter(({ sql }) => sql.includes('from `public_articles`') && sql.includes('order by'));

const orders = ['firstPublishedAt', 'updatedAt', 'title', 'slug'].flatMap((key) => [`${key}:asc`, `${key}:desc`]);

describe('a list of articles', () => {
  it.each(orders)('is read in order from an index: %s', async (order) => {
    const [list, ...more] = lists(
      await plansOfQuery(`{ articles(sort: ["${order}"], pagination: { limit: 5 }) { documentId } }`),
    );
    expect(more).toEqual([]);
    expect(list?.steps).toHaveLength(1);
    expect(list?.steps[0]).toMatch(/^SCAN public_articles USING (?:COVERING )?INDEX public_articles_/);
  });

  const filters: [filter: string, index: RegExp][] = [
    ['slug: { eq: "x" }', /public_articles_slug/],
    ['documentId: { eq: "x" }', /public_articles_document/],
    ['category: { eq: "ketamine-care" }', /public_articles_category/],
    ['evidence: { eq: EARLY }', /public_articles_evidence/],
    ['author: { eq: "SOMEBODY" }', /public_articles_author/],
    ['reviewer: { eq: "SOMEBODY" }', /public_articles_reviewer/],
    ['firstPublishedAt: { gte: "2026-01-01T00:00:00Z" }', /public_articles_newest/],
    ['updatedAt: { gt: "2026-01-01T00:00:00Z" }', /public_articles_(?:updated|newest)/],
    ['source: { eq: "x" }', /public_references_target/],
  ];

  it.each(filters)('is narrowed down by an index, newest first, and counted by it: %s', async (filter, index) => {
    const { data } = await cms.graphql('{ contributors(pagination: { limit: 1 }) { slug } }');
    const [somebody] = data?.['contributors'] as unknown as { slug: string }[];
    const asked = filter.replace('SOMEBODY', somebody?.slug ?? '');
    const plans = await plansOfQuery(
      `{ articles_connection(filters: { ${asked} }, pagination: { limit: 5 }) { nodes { documentId } pageInfo { total } } }`,
    );
    for (const { sql, steps } of plans.filter((plan) => plan.sql.includes('from `public_articles`'))) {
      expect(steps.join('\n'), sql).toMatch(index);
      expect(readsEverything(steps), sql).toEqual([]);
    }
    // Few articles cite one work, and one stands at an address: those may be sorted.
    if (!/^(?:source|slug)/.test(filter)) for (const { sql, steps } of lists(plans)) expect(sorts(steps), sql).toEqual([]);
  });
});

describe('no question reads a whole table', () => {
  const questions: [name: string, query: string][] = [
    ['an article by its address', '{ articleBySlug(slug: "ketamine-with-therapy-or-infusions-alone") { __typename } }'],
    ['an address that moved', '{ articleBySlug(slug: "nothing-here") { __typename } }'],
    ['a redirect', '{ redirect(path: "/articles/x") { to } }'],
    ['a category', '{ categoryBySlug(slug: "ketamine-care") { name } }'],
    ['a contributor', '{ contributorBySlug(slug: "x") { name } }'],
    ['a source', '{ sourceByKey(citationKey: "x") { title } }'],
    ['a term', '{ glossaryTermBySlug(slug: "x") { term } }'],
    ['the change feed', '{ contentChanges(first: 10) { nodes { documentId } } }'],
  ];

  it.each(questions)('%s', async (_name, query) => {
    for (const { sql, steps } of await plansOfQuery(query)) expect(readsEverything(steps), sql).toEqual([]);
  });

  it('a search, apart from the glossary', async () => {
    const plans = await plansOfQuery('{ search(query: "ketmine thera") { nodes { excerpt { text } } categories { count } } }');
    const others = plans.filter(({ sql }) => !sql.includes('from `glossary_terms`'));
    for (const { sql, steps } of others) {
      expect(
        readsEverything(steps).filter((step) => !step.includes('VIRTUAL TABLE')),
        sql,
      ).toEqual([]);
    }
  });
});

describe('publishing', () => {
  it('reads no table of published content as a whole, however much there is', async () => {
    const articles = `/content-manager/collection-types/${ARTICLE}`;
    const data = articleData(shelf, {
      sources: [shelf.source.documentId],
      body: [text(paragraph('A word, ', ['a link', '/articles'], '.'))],
    });
    const { body } = await cms.admin('POST', `${articles}/actions/publish`, data);
    const { documentId } = (body as { data: { documentId: string } }).data;
    const plans = await plansOf(async () => {
      const { status } = await cms.admin('POST', `${articles}/${documentId}/actions/publish`, { slug: 'another-address' });
      expect(status).toBe(200);
    });
    const own = /\b(?:public_\w+|articles|redirects|sources|categories|contributors|files)\b/;
    const whole = plans.flatMap(({ sql, steps }) =>
      readsEverything(steps).flatMap((step) => (own.test(step) ? [`${step}: ${sql}`] : [])),
    );
    expect(whole).toEqual([]);
  });
});
