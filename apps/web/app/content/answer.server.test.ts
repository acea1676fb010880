import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';

import { readAnswer } from './answer.server.ts';

const schema = buildSchema(`
  scalar RichText
  type Query { found(slug: String!): Found  list: [Article!]! }
  union Found = Article | Moved
  type Moved { to: String! }
  type Article { slug: String! words: Int! note: String category: Category text: RichText! }
  type Category { slug: String! name: String! }
`);
const document = parse(`
  query Test {
    found(slug: "a") { __typename ... on Article { ...Card words } ... on Moved { to } }
    list { ...Card category { name } }
  }
  fragment Card on Article { slug note text category { slug } }
`);
const category = { slug: 'c', name: 'C' };
const card = { slug: 'a', note: null, text: [], category };
const article = { ...card, __typename: 'Article', words: 5 };
const none = { field: () => undefined, object: () => undefined };

describe('an answer', () => {
  it('is taken if it holds what was asked for', () => {
    const seen: string[] = [];
    readAnswer(
      schema,
      document,
      { found: article, list: [card] },
      {
        field: (type, name) => seen.push(`${type}.${name}`),
        object: (type, { slug }) => seen.push(`${type} ${String(slug)}`),
      },
    );
    expect(seen).toEqual(expect.arrayContaining(['Query.found', 'Query.list', 'Article a', 'Category c', 'Article.category']));
    readAnswer(schema, document, { found: null, list: [] }, none);
    readAnswer(schema, document, { found: { __typename: 'Moved', to: '/b' }, list: [] }, none);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'ok'],
    ['no field', {}],
    ['half of the fields', { found: null }],
    ['null where there must be something', { found: null, list: null }],
    ['one thing instead of a list', { found: null, list: card }],
    ['a hole in a list', { found: null, list: [null] }],
    ['a field less deep inside', { found: null, list: [{ ...card, category: { slug: 'c' } }] }],
    ['another type of value', { found: { ...article, words: '5' }, list: [] }],
    ['an object of no known type', { found: { ...article, __typename: 'Error' }, list: [] }],
  ])('is refused if it holds %s', (_case, data) => {
    expect(() => {
      readAnswer(schema, document, data, none);
    }).toThrow(/data|Query/);
  });
});
