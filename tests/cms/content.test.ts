import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bootStrapi, type TestCms } from '../support/strapi.ts';

let cms: TestCms;
beforeAll(async () => {
  cms = await bootStrapi();
});
afterAll(() => cms.stop());

describe('the filled CMS', () => {
  it('serves the demo library', async () => {
    const { data, errors } = await cms.graphql('{ articles { slug } clinic { name } }');
    expect(errors).toBeUndefined();
    expect(data?.articles).toHaveLength(13);
  });
  it('lets the administrator in', async () => {
    const { status, body } = await cms.admin('GET', '/content-manager/collection-types/api::article.article?page=1&pageSize=5');
    expect(status, JSON.stringify(body)).toBe(200);
  });
});
