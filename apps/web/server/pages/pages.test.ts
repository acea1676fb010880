import { request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { RequestHandler } from '@remix-run/node';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createSite } from '../site.ts';

import { pages } from './pages.ts';

let site: Server | undefined;
let written: string[];

beforeEach(() => {
  written = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  }
});

afterEach(async () => {
  vi.restoreAllMocks();
  await new Promise((resolve) => site?.close(resolve));
});

/** Sends a request to a site whose app is `remix`. The unit tests' environment says that the site is at localhost:3000. */
async function ask(
  remix: RequestHandler,
  { path = '/', form, method = form === undefined ? 'GET' : 'POST' }: { path?: string; form?: string; method?: string } = {},
) {
  const nobody = () => Promise.resolve(false);
  const server = createSite({ files: nobody, media: nobody, share: nobody, pages: pages(remix) });
  site = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = 'http://localhost:3000';
  const headers = {
    host: 'localhost:3000',
    ...(form !== undefined && { origin, 'content-type': 'application/x-www-form-urlencoded' }),
  };
  return new Promise<{ status: number | undefined; text: string; retryAfter: string | undefined }>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () => {
        resolve({ status: response.statusCode, text, retryAfter: response.headers['retry-after'] });
      });
    })
      .on('error', reject)
      .end(form);
  });
}

const logged = () => written.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the app', () => {
  it('receives forms whole, and the name of the request', async () => {
    const { status, text } = await ask(
      async (given, context) => {
        const entries = [...(await given.formData()).entries()];
        return Response.json({ entries, url: given.url, named: typeof context?.requestId });
      },
      { path: '/book-a-consultation', form: 'name=Robin%20%C3%A9&name=B' },
    );
    expect([status, JSON.parse(text)]).toEqual([
      200,
      {
        entries: [
          ['name', 'Robin é'],
          ['name', 'B'],
        ],
        url: 'http://localhost:3000/book-a-consultation',
        named: 'string',
      },
    ]);
    expect(written).toEqual([]);
  });

  it('is asked for its head as if it was to be read', async () => {
    const remix: RequestHandler = ({ method, url, headers }) =>
      Promise.resolve(new Response('body', { headers: { 'Retry-After': `${method} ${url} ${String(headers.get('host'))}` } }));
    const { status, text, retryAfter } = await ask(remix, { path: '/articles.data?page=2', method: 'HEAD' });
    expect([status, text, retryAfter]).toEqual([200, '', 'GET http://localhost:3000/articles.data?page=2 localhost:3000']);
  });

  it.each<[string, RequestHandler]>([
    ['throws', () => Promise.reject(new Error('canary'))],
    ['answers with a line of text', () => Promise.resolve(new Response('canary', { status: 500 }))],
    ['answers with nothing', () => Promise.resolve(new Response(null, { status: 500 }))],
    ['fails half-way', () => Promise.resolve(new Response(broken(), { status: 200, headers: { 'Content-Type': 'text/html' } }))],
  ])('%s: the visitor gets a calm page, the log a line', async (_case, remix) => {
    const { status, text } = await ask(remix, { path: '/articles?q=private' });
    expect(status).toBe(500);
    expect(text).toContain('href="tel:988"');
    expect(text).not.toContain('canary');
    expect(logged()).toContainEqual(
      expect.objectContaining({ level: 'error', requestId: expect.stringMatching(/^[0-9a-f]{12}$/) as string }),
    );
    expect(written.join('')).not.toContain('private');
  });

  it('says when to come back', async () => {
    const { status, text, retryAfter } = await ask(() =>
      Promise.resolve(new Response('canary', { status: 503, headers: { 'Retry-After': '30' } })),
    );
    expect([status, retryAfter]).toEqual([503, '30']);
    expect(text).toContain('href="tel:988"');
  });

  it('has its own error pages', async () => {
    const own = new Response('<h1>Own</h1>', { status: 500, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
    expect(await ask(() => Promise.resolve(own))).toMatchObject({ status: 500, text: '<h1>Own</h1>' });
  });

  it('is named in the log when it is slow', async () => {
    const slow: RequestHandler = () => new Promise((resolve) => setTimeout(resolve, 1_050, new Response('late')));
    await ask(slow, { path: '/articles?q=private' });
    expect(logged()).toEqual([expect.objectContaining({ level: 'info', message: 'request', path: '/articles', status: 200 })]);
  });
});

function broken(): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('<h1>half'));
      controller.error(new Error('canary'));
    },
  });
}
