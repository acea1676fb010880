import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

import type { Canaries } from '../canaries.ts';

import { chance, query, range, type HostileRequest } from './types.ts';

/** Questions put together by chance from everything the schema offers: what a curious developer may try. */
export function randomQueries(schema: GraphQLSchema, secrets: Canaries, count: number, seed: number): HostileRequest[] {
  const random = chance(seed);
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const texts = [...secrets.slugs, ...secrets.documentIds, secrets.citationKey, 'x', '', 'title:asc', 'slug:desc'];

  const value = (type: GraphQLInputType): string => {
    const inner = getNullableType(type);
    if (isListType(inner))
      return `[${range(Math.floor(random() * 3))
        .map(() => value(inner.ofType))
        .join(', ')}]`;
    if (isEnumType(inner)) return oneOf(inner.getValues()).name;
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields()).filter((field) => isNonNullType(field.type) || random() < 0.3);
      return `{ ${fields.map((field) => `${field.name}: ${value(field.type)}`).join(', ')} }`;
    }
    const name = getNamedType(type).name;
    if (name === 'Int') return String(oneOf([1, 2, 5, 12, 50, 100]));
    if (name === 'Boolean') return oneOf(['true', 'false']);
    if (name === 'DateTime') return '"2026-01-01T00:00:00.000Z"';
    return JSON.stringify(oneOf(texts));
  };

  const argumentsFor = (args: readonly GraphQLArgument[]): string => {
    const given = args.filter(
      (argument) => (isNonNullType(argument.type) && argument.defaultValue === undefined) || random() < 0.4,
    );
    return given.length > 0 ? `(${given.map((argument) => `${argument.name}: ${value(argument.type)}`).join(', ')})` : '';
  };

  const selection = (type: GraphQLOutputType, depth: number): string => {
    const inner = getNamedType(type);
    if (isUnionType(inner)) {
      const [member] = [oneOf(inner.getTypes())];
      return `{ __typename ... on ${member.name} ${selection(member, depth)} }`;
    }
    if (!isObjectType(inner)) return '';
    const fields = Object.values(inner.getFields()).filter((field) =>
      isLeafType(getNamedType(field.type)) ? random() < 0.4 : depth > 0 && random() < 0.35,
    );
    return `{ __typename ${fields.map((field) => `${field.name}${argumentsFor(field.args)} ${selection(field.type, depth - 1)}`).join(' ')} }`;
  };

  const root = schema.getQueryType();
  const roots = Object.values(root?.getFields() ?? {});
  return range(count).map((i) => {
    const field = oneOf(roots);
    return query(
      `by chance ${i}`,
      `{ ${field.name}${argumentsFor(field.args)} ${selection(field.type, 1 + (i % 4))} }`,
      'harmless',
    );
  });
}
