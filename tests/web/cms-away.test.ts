import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ask } from '../support/ask.ts';
import { startFakeCms, type FakeAnswer, type FakeCms } from '../support/fake-cms.ts';
import { startSite, type SiteProcess } from '../support/site.ts';

let cms: FakeCms;
/** Asks a CMS that answers, but not as it should. */
let misled: SiteProcess;
/** Asks a CMS that is not there. */
let alone: SiteProcess;

beforeAll(async () => {
  cms = await startFakeCms();
  [misled, alone] = await Promise.all([startSite({ cmsUrl: cms.url }), startSite()]);
});

afterAll(async () => {
  await Promise.all([misled.stop(), alone.stop(), cms.stop()]);
});

async function expectCalm(site: SiteProcess, path: string): Promise<void> {
  const { status, headers, text } = await ask(site.url, { path });
  expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '30', 'no-store']);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(text).toContain('href="tel:988"');
  expect(text).not.toMatch(/ECONNREFUSED|fetch failed|graphql|strapi|node_modules|canary|127\.0\.0\.1:\d+\/graphql/i);
}

const pages = ['/', '/articles', '/articles/anything', '/categories/anything', '/sources/ZAR06', '/glossary', '/sitemap.xml'];

describe('while the CMS cannot be reached', () => {
  it.each(pages)('%s says so calmly, knows whom to call, and is not kept', async (path) => {
    await expectCalm(alone, path);
  });

  it('what does not need it still works', async () => {
    for (const path of ['/healthz', '/readyz', '/robots.txt', '/favicon.svg']) {
      expect((await ask(alone.url, { path })).status).toBe(200);
    }
    expect((await ask(alone.url, { path: '/nowhere' })).status).toBe(404);
  });

  it('the log names the request that the visitor may ask about', async () => {
    const { headers } = await ask(alone.url, { path: '/articles?secret=1' });
    const lines = alone
      .logs()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const line = lines.find(({ requestId }) => requestId === headers['x-request-id']);
    expect(line).toMatchObject({ level: 'error', message: 'request', method: 'GET', path: '/articles', status: 503 });
    expect(alone.logs()).not.toContain('secret');
  });
});

describe('while the CMS answers', () => {
  const bodies: [string, FakeAnswer][] = [
    ['with an error', (response) => response.writeHead(500).end('canary')],
    ['with a page', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>canary</p>')],
    [
      'with half an answer',
      (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"canary'),
    ],
    ['with nothing', (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('null')],
    ['by sending us elsewhere', (response) => response.writeHead(307, { location: 'http://127.0.0.1:1/canary' }).end()],
    ['by hanging up', (response) => response.destroy()],
  ];

  it.each(bodies)('%s, pages stay calm', async (_case, answer) => {
    cms.answers.set('/graphql', answer);
    await expectCalm(misled, '/articles');
    await expectCalm(misled, '/');
  });
});
