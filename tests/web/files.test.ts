import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ask } from '../support/ask.ts';
import { startSite, type SiteProcess } from '../support/site.ts';

let site: SiteProcess;
let stylesheet: string;
let font: string;

beforeAll(async () => {
  site = await startSite();
  const { text } = await ask(site.url, { path: '/about' });
  stylesheet = /href="(\/assets\/[^"]+\.css)"/.exec(text)?.[1] ?? '';
  font = /href="(\/assets\/[^"]+\.woff2)"/.exec(text)?.[1] ?? '';
});

afterAll(async () => {
  await site.stop();
});

const get = (path: string, headers = {}) => ask(site.url, { path, headers });

describe('files of the build', () => {
  it('are kept for ever: their names change with their content', async () => {
    for (const [path, type] of [
      [stylesheet, 'text/css; charset=utf-8'],
      [font, 'font/woff2'],
    ] as const) {
      const { status, headers } = await get(path);
      expect([status, headers['content-type'], headers['cache-control']]).toEqual([
        200,
        type,
        'public, max-age=31536000, immutable',
      ]);
    }
  });

  it('others are asked for again after a while', async () => {
    const { status, headers } = await get('/favicon.ico');
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=3600']);
  });

  it('are sent compressed to whoever can read it', async () => {
    const plain = await get(stylesheet);
    const brotli = await get(stylesheet, { 'accept-encoding': 'gzip, deflate, br, zstd' });
    const gzip = await get(stylesheet, { 'accept-encoding': 'gzip, br;q=0' });
    expect([plain, brotli, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip']);
    expect([plain, brotli, gzip].map(({ headers }) => headers.vary)).toEqual(Array(3).fill('Accept-Encoding'));
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(new Set([plain, brotli, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
    expect((await get(font, { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined();
  });

  it('are not sent again to whoever has them', async () => {
    const { headers } = await get(stylesheet);
    const again = await get(stylesheet, { 'if-none-match': headers.etag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('come in parts, and a part that makes no sense ends nothing', async () => {
    const part = await get(stylesheet, { range: 'bytes=0-9' });
    expect([part.status, part.body.length]).toEqual([206, 10]);
    for (const range of ['bytes=9-2', 'bytes=999999999-', 'bytes=-', 'bytes=a-b', 'items=1-2']) {
      expect((await get(stylesheet, { range })).status).toBeOneOf([200, 416]);
    }
    expect((await get('/healthz')).status).toBe(200);
  });

  it('HEAD says how long they are, and sends nothing', async () => {
    const { status, headers, body } = await ask(site.url, { method: 'HEAD', path: stylesheet });
    expect([status, body.length]).toEqual([200, 0]);
    expect(Number(headers['content-length'])).toBeGreaterThan(1_000);
  });

  it('are all there is: nothing beside the folder, hidden in it, or gone from it', async () => {
    for (const path of [
      '/package.json',
      '/server/index.js',
      '/.vite/manifest.json',
      '/assets',
      '/assets/gone.js',
      '/favicon.ico/x',
    ]) {
      expect((await get(path)).status).toBe(404);
    }
    for (const path of [
      '/../package.json',
      '/assets/../../package.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/..%2fpackage.json',
    ]) {
      expect((await get(path)).status).toBe(400);
    }
  });
});

describe('pages', () => {
  it('are compressed, and say so', async () => {
    const plain = await get('/nowhere');
    const brotli = await get('/nowhere', { 'accept-encoding': 'gzip, br' });
    const gzip = await get('/nowhere', { 'accept-encoding': 'gzip' });
    expect([plain, brotli, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip']);
    expect([plain, brotli, gzip].map(({ headers }) => headers.vary)).toEqual(Array(3).fill('Accept-Encoding'));
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(brotli.body.length).toBeLessThan(plain.body.length / 2);
  });

  it('HEAD is no form, whoever sends it', async () => {
    const headers = { origin: 'https://elsewhere.test' };
    const head = await ask(site.url, { method: 'HEAD', path: '/sitemap.xml.data', headers });
    const get = await ask(site.url, { path: '/sitemap.xml.data', headers });
    expect([head.status, head.text]).toEqual([get.status, '']);
    expect(head.status).not.toBe(500);
  });

  it('HEAD answers like GET, without the page', async () => {
    const head = await ask(site.url, { method: 'HEAD', path: '/nowhere' });
    expect([head.status, head.headers['content-type'], head.body.length]).toEqual([404, 'text/html; charset=utf-8', 0]);
  });
});
