import { readFileSync } from 'node:fs';

import {
  buildSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { describe, expect, it } from 'vitest';

const sdl = readFileSync(new URL('../../packages/types/schema.graphql', import.meta.url), 'utf8');
const schema = buildSchema(sdl);

describe('the written schema', () => {
  it('describes every type, field and argument', () => {
    const bare: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__') || ['String', 'Int', 'Boolean', 'ID', 'Float'].includes(type.name)) continue;
      if (!type.description && type !== schema.getQueryType()) bare.push(type.name);
      const fields = isObjectType(type) || isInputObjectType(type) ? type.getFields() : {};
      for (const [name, { description }] of Object.entries(fields)) if (!description) bare.push(`${type.name}.${name}`);
    }
    expect(bare).toEqual([]);
  });

  it('is read-only', () => {
    expect(schema.getMutationType()).toBeUndefined();
    expect(schema.getSubscriptionType()).toBeUndefined();
  });

  it('says how many entries each list of objects counts, so that every query has a cost', () => {
    const unsized = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
      .flatMap((type) => Object.values(isObjectType(type) ? type.getFields() : {}).map((field) => ({ type, field })))
      .filter(({ field }) => isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type)))
      .filter(({ field }) => !field.astNode?.directives?.some(({ name }) => name.value === 'listSize'))
      .map(({ type, field }) => `${type.name}.${field.name}`);
    expect(unsized).toEqual([]);
  });

  it('offers no argument or filter that could ask for anything but published content', () => {
    expect(sdl).not.toMatch(/\b(?:status|publicationFilter|hasPublishedVersion|draft[A-Z]\w*)\s*:/);
  });

  it('has unions and enums with members', () => {
    const types = Object.values(schema.getTypeMap());
    expect(types.filter(isUnionType).map(({ name }) => name)).toEqual(['ArticleLookup', 'ArticleBlock', 'PublicDocument']);
    for (const type of types.filter(isEnumType)) expect(type.getValues().length).toBeGreaterThan(1);
  });
});
