import { readFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { toQueries } from '../../apps/web/app/models/schema-reference.ts';
import { root } from '../support/operations.ts';
import { bootStrapi, type TestCms } from '../support/strapi.ts';

const queries = toQueries(readFileSync(path.join(root, 'packages/types/queries.graphql'), 'utf8'));

let cms: TestCms;
beforeAll(async () => {
  cms = await bootStrapi();
});
afterAll(() => cms.stop());

describe('the queries of the guide run as they are copied', () => {
  it.each(queries)('$name', async ({ query }) => {
    const { status, data, errors } = await cms.graphql(query);
    expect(errors).toBeUndefined();
    expect(status).toBe(200);
    for (const [field, value] of Object.entries(data ?? {})) {
      expect(value, `${field} finds nothing`).toBeTruthy();
      if (Array.isArray(value)) expect(value, `${field} is empty`).not.toHaveLength(0);
    }
  });
});
