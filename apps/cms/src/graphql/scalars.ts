import type { RichText } from '@clinic/types';
import { GraphQLScalarType } from 'graphql';

import { badInput } from './bad-input';
import { WrittenJson } from './written-json';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function instant(value: unknown): string {
  const date = typeof value === 'string' || typeof value === 'number' || value instanceof Date ? new Date(value) : new Date(NaN);
  if (Number.isNaN(date.getTime())) throw new Error('Not an instant.');
  return date.toISOString();
}

function givenInstant(value: unknown): string {
  if (typeof value !== 'string' || !INSTANT.test(value) || Number.isNaN(Date.parse(value))) {
    throw badInput('A DateTime is written like 2026-03-01T14:30:00.000Z.');
  }
  return instant(value);
}

export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  serialize: instant,
  parseValue: givenInstant,
});

export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  serialize: (value) =>
    typeof value === 'string' && DAY.test(value.slice(0, 10)) ? value.slice(0, 10) : instant(value).slice(0, 10),
});

export const RichTextScalar = new GraphQLScalarType<never, RichText | WrittenJson>({
  name: 'RichText',
  serialize: (value) => (typeof value === 'string' ? new WrittenJson(value) : (value as RichText)),
});
