import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ask } from '../support/ask.ts';
import { siteOperations } from '../support/operations.ts';
import { bootStrapi, type TestCms } from '../support/strapi.ts';

const SITE_TOKEN = randomBytes(32).toString('base64');
let cms: TestCms;
let statements: string[] = [];
beforeAll(async () => {
  // With a token of the site's own, whoever comes without one is a stranger, wherever from.
  cms = await bootStrapi({ SITE_TOKEN });
  cms.strapi.db.connection.on('query', ({ sql }: { sql: string }) => statements.push(sql));
});
afterAll(() => cms.stop());

const variablesOf: Record<string, object> = {
  slug: { slug: 'ketamine-with-therapy-or-infusions-alone' },
  none: {},
};

/** Sends a body as a stranger or as the site, each time another text, so that no answer is remembered. */
async function send(query: string, variables: object, asSite: boolean): Promise<{ status: number; text: string }> {
  const { status, text } = await ask(cms.url, {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...(asSite && { authorization: `Bearer ${SITE_TOKEN}` }) },
    body: JSON.stringify({ query: `${query}\n#${randomBytes(4).toString('hex')}`, variables }),
  });
  return { status, text };
}

describe('a stranger', () => {
  const operations = siteOperations()
    .filter(({ document }) => /^query \w+(?:\(\$slug: String!\))? \{/.test(document))
    .map(({ name, document }) => ({
      name,
      document,
      variables: variablesOf[document.includes('$slug') ? 'slug' : 'none'] ?? {},
    }));

  it.each(operations)('gets the same answer as the site: $name', async ({ document, variables }) => {
    const answer = await send(document, variables, false);
    expect(answer.status).toBe(200);
    expect(answer).toEqual(await send(document, variables, true));
  });

  it('is answered by a thread of its own, which leaves only the feed’s position to this one', async () => {
    statements = [];
    await send('{ articles { title } search(query: "ketamine") { nodes { article { title } } } }', {}, false);
    expect(statements).toEqual([expect.stringContaining('max(')]);
  });

  it.each([
    ['no JSON', 'nothing'],
    ['no GraphQL', JSON.stringify({ query: '{' })],
    ['what the schema does not have', JSON.stringify({ query: '{ secrets { password } articles { titel } }' })],
    [
      'too much',
      JSON.stringify({ query: '{ articles(pagination: { limit: 100 }) { related { related { related { title } } } } }' }),
    ],
    ['a list that is too long for a filter', JSON.stringify({ query: '{ contentChanges(first: 1000) { cursor } }' })],
  ])('is refused in the same words as the site: %s', async (_what, body) => {
    const [stranger, site] = await Promise.all(
      [{}, { authorization: `Bearer ${SITE_TOKEN}` }].map((headers) =>
        ask(cms.url, { method: 'POST', path: '/graphql', headers: { 'content-type': 'application/json', ...headers }, body }),
      ),
    );
    expect(stranger?.text).toContain('"errors"');
    expect([stranger?.status, stranger?.text]).toEqual([site?.status, site?.text]);
  });

  it('reads what was published a moment ago', async () => {
    const [article] = await cms.strapi.documents('api::article.article').findMany({ status: 'published', limit: 1 } as never);
    const { documentId, title } = article as unknown as { documentId: string; title: string };
    for (let i = 0; i < 20; i++) {
      await cms.strapi.documents('api::article.article').update({ documentId, data: { title: `${title} ${i}` } as never });
      await cms.strapi.documents('api::article.article').publish({ documentId });
      const { text } = await send(`{ article(documentId: "${documentId}") { title } }`, {}, false);
      expect(text).toContain(`${title} ${i}`);
    }
  });
});
