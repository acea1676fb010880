import { readFileSync } from 'node:fs';

import { buildSchema, getNamedType, isEnumType, isInputObjectType, isObjectType, isUnionType, type GraphQLField } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { CANARY, plantCanaries } from '../support/canaries.ts';
import { bootStrapi, type TestCms } from '../support/strapi.ts';

const ARTICLE = 'api::article.article';

let cms: TestCms;
let documentIds: string[];
beforeAll(async () => {
  cms = await bootStrapi();
  ({ documentIds } = await plantCanaries(cms));
});
afterAll(() => cms.stop());

const schema = buildSchema(readFileSync(new URL('../../packages/types/schema.graphql', import.meta.url), 'utf8'));

/** Every field below a type, to a depth. */
function selection(typeName: string, depth: number): string {
  const type = schema.getType(typeName);
  if (isUnionType(type)) {
    return `{ __typename ${type
      .getTypes()
      .map(({ name }) => `... on ${name} ${selection(name, depth)}`)
      .join(' ')} }`;
  }
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    const isLeaf = !isObjectType(named) && !isUnionType(named);
    if (isLeaf) return [`${unique(typeName, field)}: ${field.name}`];
    return depth > 0 ? [`${unique(typeName, field)}: ${field.name} ${selection(named.name, depth - 1)}`] : [];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

// Members of a union may have fields of one name and two types, which only aliases keep apart.
const unique = (typeName: string, { name }: GraphQLField<unknown, unknown>) => `${typeName}_${name}`;

/** A value for every argument and filter that could single out a canary. */
function valuesFor(typeName: string, name: string): string[] {
  const type = schema.getType(typeName);
  if (isEnumType(type)) return ['EARLY'].filter((value) => type.getValue(value) !== undefined);
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).flatMap((field) =>
      valuesFor(getNamedType(field.type).name, field.name).map((value) =>
        field.type.toString().startsWith('[') ? `{ ${field.name}: [${value}] }` : `{ ${field.name}: ${value} }`,
      ),
    );
  }
  if (typeName === 'DateTime') return ['"2020-01-01T00:00:00.000Z"'];
  if (typeName === 'Int') return ['1'];
  if (/documentId/i.test(name)) return documentIds.map((id) => JSON.stringify(id));
  const texts = ['draft', 'withdrawn', 'changed', 'author'].map((suffix) => `${CANARY}-${suffix}`);
  return [...texts, CANARY, 'ZQCANARYXV', ...documentIds].map((text) => JSON.stringify(text));
}

/** Every root field, alone and with every value of every argument. */
function questions(depth: number): string[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  return roots.flatMap((root) => {
    const result = selection(getNamedType(root.type).name, depth);
    const required = root.args.filter(
      (argument) => argument.type.toString().endsWith('!') && argument.defaultValue === undefined,
    );
    const alone = required.length === 0 ? [`{ ${root.name} ${result} }`] : [];
    const withArguments = root.args.flatMap((argument) =>
      valuesFor(getNamedType(argument.type).name, argument.name).map((value) => {
        const given = argument.type.toString().startsWith('[') ? '["title:asc"]' : value;
        return `{ ${root.name}(${argument.name}: ${given}) ${result} }`;
      }),
    );
    return [...alone, ...new Set(withArguments)];
  });
}

describe('what is not published', () => {
  it('is really there to be found by someone who may', async () => {
    const { body } = await cms.admin('GET', `/content-manager/collection-types/${ARTICLE}?page=1&pageSize=100`);
    expect(JSON.stringify(body)).toContain(`${CANARY} draft`);
  });

  it('is in no answer to any question of the contract', async () => {
    const asked = questions(2);
    expect(asked.length).toBeGreaterThan(60);
    let answered = 0;
    for (const query of asked) {
      const answer = await cms.graphql(query);
      if (answer.errors === undefined) answered++;
      expect(JSON.stringify(answer).toLowerCase(), query).not.toContain(CANARY);
    }
    expect(answered).toBeGreaterThan(50);
  });

  it('cannot be told from what never was by the number of entries', async () => {
    for (const filter of [
      `{ slug: { eq: "${CANARY}-draft" } }`,
      `{ slug: { in: ["${CANARY}-draft", "${CANARY}-withdrawn", "${CANARY}-changed"] } }`,
      `{ author: { eq: "${CANARY}-author" } }`,
      `{ reviewer: { eq: "${CANARY}-author" } }`,
      '{ source: { eq: "ZQCANARYXV" } }',
      `{ documentId: { in: ${JSON.stringify(documentIds.slice(0, 2))} } }`,
    ]) {
      const { data, errors } = await cms.graphql(
        `{ articles_connection(filters: ${filter}) { nodes { slug } pageInfo { total } } }`,
      );
      expect(errors, filter).toBeUndefined();
      expect(data?.['articles_connection'], filter).toEqual({ nodes: [], pageInfo: { total: 0 } });
    }
  });

  it('is at no address of the CMS', async () => {
    const [draft = ''] = documentIds;
    for (const path of [
      `/api/articles/${draft}?status=draft`,
      '/api/articles?status=draft&populate=*',
      `/content-manager/collection-types/${ARTICLE}`,
      `/content-manager/collection-types/${ARTICLE}/${draft}`,
      '/content-manager/single-types/api::clinic.clinic',
      `/content-manager/relations/${ARTICLE}/author`,
      '/content-manager/homepage/recent-documents?action=update',
      '/admin/information',
      '/upload/files',
    ]) {
      const response = await fetch(`${cms.url}${path}`);
      expect([401, 403, 404], path).toContain(response.status);
      expect((await response.text()).toLowerCase(), path).not.toContain(CANARY);
    }
  });

  it('leaves the published version of a changed article as it was', async () => {
    const { data } = await cms.graphql(
      `{ article(documentId: "${documentIds[2]}") { title author { slug } sources { citationKey } } }`,
    );
    const article = data?.['article'] as unknown as { title: string; author: { slug: string }; sources: unknown[] };
    expect(article.title).not.toContain(CANARY);
    expect(article.author.slug).not.toContain(CANARY);
    expect(article.sources.length).toBeGreaterThan(1);
  });
});
