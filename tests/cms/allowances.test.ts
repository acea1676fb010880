import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ask, type Answer } from '../support/ask.ts';
import { bootStrapi, type TestCms } from '../support/strapi.ts';

const SITE_TOKEN = randomBytes(32).toString('base64');
const DAY_MS = 86_400_000;

let cms: TestCms;
beforeAll(async () => {
  cms = await bootStrapi({ SITE_TOKEN, TRUSTED_PROXY_HEADER: 'x-real-ip' });
});
afterAll(() => cms.stop());

/** About a seventh of what an unknown client may ask for at once. */
const DEAR = '{ articles(pagination: { limit: 80 }) { markdown } }';
const CHEAP = '{ __typename }';

let strangers = 0;
/** The address of a client that was never seen before. */
const stranger = () => ({ 'x-real-ip': `198.51.100.${++strangers}` });
const from = (headers: Record<string, string>, query = CHEAP) =>
  ask(cms.url, {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const codeOf = ({ text }: Answer) =>
  (JSON.parse(text) as { errors?: { extensions: Record<string, unknown> }[] }).errors?.[0]?.extensions;

const left = ({ headers }: Answer) => Number(/r=(\d+)/.exec(String(headers['ratelimit']))?.[1]);

/** Asks until there is nothing left. @returns the refusal */
async function useUp(headers: Record<string, string>): Promise<Answer> {
  for (let i = 0; i < 10; i++) {
    const answer = await from(headers, DEAR);
    if (answer.status !== 200) return answer;
  }
  throw new Error('Ten dear questions were answered in a row.');
}

async function makeToken(type: string, lifespan: number | null = null): Promise<{ id: number; accessKey: string }> {
  const name = randomBytes(4).toString('hex');
  const permissions = type === 'custom' ? [] : null;
  const { status, body } = await cms.admin('POST', '/admin/api-tokens', { name, description: '', type, lifespan, permissions });
  expect(status, JSON.stringify(body)).toBe(201);
  return (body as { data: { id: number; accessKey: string } }).data;
}

describe('an unknown client', () => {
  it('is told with every answer what is left', async () => {
    const { headers } = await from(stranger(), '{ articles(pagination: { limit: 10 }) { title } }');
    expect(headers['query-cost']).toBe('10');
    expect(headers['ratelimit-policy']).toBe('"cost";q=6000;w=60');
    expect(headers['ratelimit']).toBe('"cost";r=5990');
  });

  it('who asks for too much is refused with how long to wait, and is answered after that', async () => {
    const who = stranger();
    const refusal = await useUp(who);
    expect(refusal.status).toBe(429);
    const wait = Number(refusal.headers['retry-after']);
    expect(wait).toBeGreaterThanOrEqual(1);
    expect(wait).toBeLessThanOrEqual(10);
    expect(codeOf(refusal)).toEqual({ code: 'RATE_LIMITED', limit: 6_000, retryAfter: wait });
    expect(refusal.headers['cache-control']).toBe('no-store');
    await new Promise((resolve) => setTimeout(resolve, wait * 1_000));
    expect((await from(who, DEAR)).status).toBe(200);
  });

  it('takes nothing from another', async () => {
    await useUp(stranger());
    expect((await from(stranger(), DEAR)).status).toBe(200);
  });

  it('pays for refusals, too', async () => {
    const who = stranger();
    const refusals = await Promise.all(Array.from({ length: 100 }, () => from(who, '{')));
    for (const { status } of refusals) expect(status).toBe(400);
    // Some comes back while it is asked for.
    expect(left(await from(who))).toBeLessThan(5_500);
  });
});

describe('the site', () => {
  it('is never refused', async () => {
    for (let i = 0; i < 15; i++) {
      const { status, headers } = await from(bearer(SITE_TOKEN), DEAR);
      expect(status).toBe(200);
      expect(headers['ratelimit']).toBeUndefined();
    }
  });
});

describe('an API token made in the admin', () => {
  it.each(['read-only', 'custom'])('of the type %s allows ten times as much, wherever it is used', async (type) => {
    const { accessKey } = await makeToken(type);
    const { headers } = await from({ ...stranger(), ...bearer(accessKey) }, DEAR);
    expect(headers['ratelimit-policy']).toBe('"cost";q=60000;w=30');
    for (let i = 0; i < 10; i++) expect((await from({ ...stranger(), ...bearer(accessKey) }, DEAR)).status).toBe(200);
  });

  it('opens nothing that is closed to others', async () => {
    const { accessKey } = await makeToken('read-only');
    for (const path of [
      '/api/articles',
      '/admin/users',
      '/content-manager/collection-types/api::article.article',
      '/upload/files',
    ]) {
      const { status } = await ask(cms.url, { path, headers: bearer(accessKey) });
      expect([401, 403, 404], path).toContain(status);
    }
  });

  it('is refused if it may do everything', async () => {
    const { accessKey } = await makeToken('full-access');
    const answer = await from(bearer(accessKey));
    expect([answer.status, codeOf(answer)]).toEqual([403, { code: 'TOKEN_TOO_POWERFUL' }]);
  });

  it('is refused once it has expired', async () => {
    const { id, accessKey } = await makeToken('read-only', 7 * DAY_MS);
    await cms.strapi.db.query('admin::api-token').update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
    const answer = await from(bearer(accessKey));
    expect([answer.status, codeOf(answer)]).toEqual([401, { code: 'TOKEN_EXPIRED' }]);
  });

  it('works no longer than a few seconds after it was taken back', async () => {
    const { id, accessKey } = await makeToken('read-only');
    expect((await from(bearer(accessKey))).status).toBe(200);
    expect((await cms.admin('DELETE', `/admin/api-tokens/${id}`)).status).toBe(200);
    await expect.poll(async () => (await from(bearer(accessKey))).status, { timeout: 15_000, interval: 500 }).toBe(401);
  });

  it('that was never made is refused, and costs whoever tries', async () => {
    const who = stranger();
    const answer = await from({ ...who, ...bearer('guessed') });
    expect([answer.status, codeOf(answer)]).toEqual([401, { code: 'TOKEN_INVALID' }]);
    expect(left(await from(who))).toBeLessThan(5_950);
  });

  it('is not taken in another form', async () => {
    const answer = await from({ ...stranger(), authorization: `Basic ${SITE_TOKEN}` });
    expect([answer.status, codeOf(answer)]).toEqual([401, { code: 'TOKEN_INVALID' }]);
  });
});
