import { readFileSync } from 'node:fs';
import path from 'node:path';

import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

import { root, siteOperations } from '../support/operations.ts';

const schema = buildSchema(readFileSync(path.join(root, 'packages/types/schema.graphql'), 'utf8'));
const operations = siteOperations();

describe('the operations that the site sends', () => {
  it.each(operations)('are valid: $name', ({ document }) => {
    expect(validate(schema, parse(document))).toEqual([]);
  });

  it('have names of their own', () => {
    const names = operations.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(8);
    expect(names).not.toContain('');
    expect(new Set(names).size).toBe(names.length);
  });
});
