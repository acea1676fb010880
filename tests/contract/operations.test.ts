import { readFileSync } from 'node:fs';
import path from 'node:path';

import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

import { documentId, exampleOperations, root, siteOperations } from '../support/operations.ts';

const schema = buildSchema(readFileSync(path.join(root, 'packages/types/schema.graphql'), 'utf8'));
const operations = [...siteOperations(), ...exampleOperations()].sort((a, b) => a.name.localeCompare(b.name));

describe('the operations that the site and the examples send', () => {
  it.each(operations)('are valid: $name', ({ document }) => {
    expect(validate(schema, parse(document))).toEqual([]);
  });

  it('have names of their own', () => {
    const names = operations.map(({ name }) => name);
    expect(names).not.toContain('');
    expect(new Set(names).size).toBe(names.length);
  });

  // After a change of an operation: `vitest --project contract -u` writes the list anew.
  it('are the ones on the list that the CMS answers by GET', async () => {
    const manifest = {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: operations.map(({ name, document }) => ({ id: documentId(document), name, type: 'query', body: document })),
    };
    await expect(`${JSON.stringify(manifest, null, 2)}\n`).toMatchFileSnapshot(
      path.join(root, 'packages/types/persisted-operations.json'),
    );
  });
});
