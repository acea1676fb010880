import { readFileSync } from 'node:fs';
import path from 'node:path';

import { buildSchema, parse, validate } from 'graphql';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';

import { toQueries, toReference } from '../../apps/web/app/models/schema-reference.ts';
import { withGeneratedParts } from '../support/integrators-guide.ts';
import { root } from '../support/operations.ts';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const schema = buildSchema(read('packages/types/schema.graphql'));
const queries = toQueries(read('packages/types/queries.graphql'));
const guide = path.join(root, 'docs/integrators.md');

describe('the guide for integrators', () => {
  // After a change of the schema, a limit or a query: `vitest --project contract -u` writes it anew.
  it('says what the schema, the limits and the queries say', async () => {
    const text = withGeneratedParts(readFileSync(guide, 'utf8'), queries, toReference(schema));
    const options = { ...(await resolveConfig(guide)), parser: 'markdown' };
    await expect(await format(text, options)).toMatchFileSnapshot(guide);
  });

  it.each(queries)('has a query that is valid, named and explained: $name', ({ name, purpose, query }) => {
    expect(validate(schema, parse(query))).toEqual([]);
    expect(name).not.toBe('');
    expect(purpose).toMatch(/^[A-Z].+\.$/);
  });

  it('explains every type, field, argument and value', () => {
    const unexplained = toReference(schema).flatMap(({ name, kind, description, members }) => [
      ...(description === '' && kind !== 'query' ? [name] : []),
      ...members.filter((member) => member.description === '').map((member) => `${name}.${member.name}`),
      ...members.flatMap((member) =>
        member.args.filter((arg) => arg.description === '').map((arg) => `${name}.${member.name}(${arg.name})`),
      ),
    ]);
    expect(unexplained).toEqual([]);
  });
});
