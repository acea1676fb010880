import { readFileSync } from 'node:fs';

import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
  type IntrospectionQuery,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bootStrapi, type TestCms } from '../support/strapi.ts';

let cms: TestCms;
beforeAll(async () => {
  cms = await bootStrapi();
});
afterAll(() => cms.stop());

const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }, path = '/graphql') =>
  fetch(`${cms.url}${path}`, { method: 'POST', headers, body });

describe('the served schema', () => {
  it('is the written one, to the letter', async () => {
    const { data } = await cms.graphql(getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true }));
    const served = buildClientSchema(data as unknown as IntrospectionQuery);
    const written = buildSchema(readFileSync(new URL('../../packages/types/schema.graphql', import.meta.url), 'utf8'));
    expect(printSchema(lexicographicSortSchema(served))).toBe(printSchema(lexicographicSortSchema(written)));
  });
});

describe('a request that is no question', () => {
  it.each([
    ['a mutation', '{"query":"mutation{register(input:{}){jwt}}"}'],
    ['a subscription', '{"query":"subscription{articles{title}}"}'],
    ['a batch', '[{"query":"{__typename}"},{"query":"{__typename}"}]'],
    ['an unknown fragment', '{"query":"{articles{...Missing}}"}'],
    ['a fragment of itself', '{"query":"{articles{...A}} fragment A on Article{...A}"}'],
    ['half a document', '{"query":"{articles{"}'],
    ['half of JSON', '{"query":'],
    ['nothing', '{}'],
    ['a list of 101', '{"query":"{articles(pagination:{limit:101}){slug}}"}'],
    ['a page before the first', '{"query":"{articles(pagination:{page:0}){slug}}"}'],
    ['a draft by argument', '{"query":"{articles(status:DRAFT){title}}"}'],
    ['a sort by a field not meant for it', '{"query":"{articles(sort:[\\"body:asc\\"]){slug}}"}'],
  ])('is refused: %s', async (_what, body) => {
    const response = await post(body);
    const text = await response.text();
    const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown[] };
    expect(response.status).toBeLessThan(500);
    expect(errors?.length, text).toBeGreaterThan(0);
    expect(data ?? null).toBeNull();
  });

  it('is refused when it comes any other way', async () => {
    expect((await fetch(`${cms.url}/graphql?query={__typename}`)).status).toBe(405);
    expect((await post('{"query":"{__typename}"}', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post('{"query":"{__typename}"}', { 'content-type': 'application/json' }, '/graphql?x=1')).status).toBe(400);
    expect((await post('{"query":"{__typename}"}', { 'content-type': 'application/json' }, '/GraphQL/?x=1')).status).toBe(400);
    expect((await post('{"query":"{__typename}"}', { 'content-type': 'text/plain' }, '/graphql/')).status).toBe(415);
  });

  it('is told nothing about names it guesses', async () => {
    const { errors } = await cms.graphql('{ artcles { slug } }');
    expect(errors?.[0]?.message).not.toMatch(/did you mean/i);
  });
});

describe('an error inside the CMS', () => {
  it('reaches nobody as SQL, path or stack', async () => {
    const { connection } = cms.strapi.db;
    await connection.raw('ALTER TABLE glossary_terms RENAME TO glossary_terms_away');
    try {
      const { errors, data } = await cms.graphql('{ glossaryTerms { term } }');
      expect(data ?? null).toBeNull();
      expect(errors).toEqual([
        expect.objectContaining({ message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }),
      ]);
      expect(JSON.stringify(errors)).not.toMatch(/select|sqlite|glossary_terms|node_modules|\.js/i);
    } finally {
      await connection.raw('ALTER TABLE glossary_terms_away RENAME TO glossary_terms');
    }
  });
});

describe('the demo library', () => {
  it('is there, complete and in the clinic’s order', async () => {
    const { data, errors } = await cms.graphql(`{
      articles_connection(pagination: { pageSize: 20 }) {
        nodes { slug firstPublishedAt keyTakeaways readingMinutes cover { url width height alt decorative } related { slug } }
        pageInfo { total pageCount }
      }
      categories { slug order } contributors { slug demo } sources { citationKey }
      glossaryTerms { slug alsoKnownAs } clinic { name hours { weekday opens closes } featuredArticles { slug } crisisContacts { label } }
    }`);
    expect(errors).toBeUndefined();
    const { articles_connection, clinic, categories, contributors } = data as unknown as {
      articles_connection: {
        nodes: { slug: string; firstPublishedAt: string; related: unknown[]; cover: { url: string } }[];
        pageInfo: object;
      };
      clinic: { hours: unknown[]; featuredArticles: unknown[] };
      categories: { order: number }[];
      contributors: unknown[];
    };
    expect(articles_connection.pageInfo).toEqual({ total: 13, pageCount: 1 });
    const dates = articles_connection.nodes.map(({ firstPublishedAt }) => firstPublishedAt);
    expect(dates).toEqual([...dates].sort().reverse());
    for (const { related, cover } of articles_connection.nodes) {
      expect(related.length).toBeGreaterThan(0);
      expect(cover.url).toMatch(/^http:\/\/localhost:3000\/media\/[\da-z]+\/[\w.-]+$/);
    }
    expect(categories.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(contributors).toHaveLength(3);
    expect(clinic.hours).toHaveLength(7);
    expect(clinic.featuredArticles).toHaveLength(3);
  });
});
