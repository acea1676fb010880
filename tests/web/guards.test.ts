import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ask, statusLine, type Question } from '../support/ask.ts';
import { startSite, type SiteProcess } from '../support/site.ts';

let site: SiteProcess;
/** The same site behind a proxy that speaks https. */
let publicSite: SiteProcess;

beforeAll(async () => {
  [site, publicSite] = await Promise.all([startSite(), startSite({ env: { SITE_URL: 'https://clinic.test' } })]);
});

afterAll(async () => {
  await Promise.all([site.stop(), publicSite.stop()]);
});

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const status = async (question: Question) => (await ask(site.url, question)).status;

/** What no visitor should ever read: where the server's files are, how it is made, where it failed. */
const INTERNALS = /node_modules|\bat .+:\d+:\d+|\/apps\/|\/work\/|file:\/\/|react|remix|hono|strapi|TypeError|ECONNREFUSED/i;

function expectCalmPage({ headers, text }: Awaited<ReturnType<typeof ask>>): void {
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(text).toContain('href="tel:988"');
  expect(text).toContain(String(headers['x-request-id']));
  expect(text).not.toMatch(INTERNALS);
}

describe('forms from elsewhere (W1)', () => {
  const post = (path: string, headers: Record<string, string>) =>
    ask(site.url, { method: 'POST', path, headers: { ...form, ...headers }, body: 'name=x' });

  it.each(['/book-a-consultation', '/book-a-consultation.data', '/sitemap.xml', '/', '/?index', '/nowhere'])(
    'are refused by %s, whatever kind of route it is',
    async (path) => {
      const answer = await post(path, { origin: 'https://evil.test' });
      expect(answer.status).toBe(403);
      expectCalmPage(answer);
    },
  );

  it.each([
    ['Origin: null', { origin: 'null' }],
    ['no word of where they are from', {}],
    ['another site, says the browser', { 'sec-fetch-site': 'cross-site' }],
    ['our origin, but on another port', { origin: 'http://127.0.0.1:1' }],
    ['our name under another scheme', { origin: 'https://127.0.0.1' }],
  ])('%s: refused', async (_case, headers) => {
    expect((await post('/', headers)).status).toBe(403);
  });

  it('`?_data=` does not exist, also when its name is encoded', async () => {
    expect((await post('/?_data=root', { origin: site.url })).status).toBe(404);
    expect(await status({ path: '/articles?_dat%61=routes/articles._index' })).toBe(404);
  });

  it('of the site itself reach the app', async () => {
    const own = [{ origin: site.url }, { 'sec-fetch-site': 'same-origin' }];
    for (const headers of own) expect((await post('/about', headers)).status).toBe(405);
  });
});

describe('names of others (W2)', () => {
  it.each(['evil.test', 'localhost', '127.0.0.1', 'localhost:1', 'clinic.test', '127.0.0.1:3000:3000'])(
    'Host "%s" is not ours',
    async (host) => {
      const answer = await ask(site.url, { path: '/about', headers: { host } });
      expect(answer.status).toBe(421);
      expectCalmPage(answer);
      expect(answer.text.replaceAll(`http://localhost:${site.port}/`, '')).not.toContain(host);
    },
  );

  it('a host that is said twice, or not at all, is not ours', async () => {
    const twice = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${site.port}\r\nHost: evil.test\r\n\r\n`;
    expect(await statusLine(site.port, twice)).toContain(' 421 ');
    expect(await statusLine(site.port, 'GET / HTTP/1.0\r\n\r\n')).toContain(' 421 ');
  });

  it('this machine may be asked by its names while the site is local, and only then', async () => {
    for (const name of ['localhost', '127.0.0.1', '[::1]', 'LOCALHOST']) {
      expect(await status({ path: '/robots.txt', headers: { host: `${name}:${site.port}` } })).toBe(200);
      expect((await ask(publicSite.url, { path: '/robots.txt', headers: { host: `${name}:${publicSite.port}` } })).status).toBe(
        421,
      );
    }
    expect((await ask(publicSite.url, { path: '/robots.txt', headers: { host: 'clinic.test' } })).status).toBe(200);
  });

  it.each(['X-Forwarded-Host', 'X-Forwarded-Port', 'X-Forwarded-Proto', 'X-Forwarded-For', 'X-Real-IP', 'Forwarded'])(
    '%s changes nothing',
    async (name) => {
      const plain = await ask(site.url, { path: '/nowhere' });
      const poisoned = await ask(site.url, { path: '/nowhere', headers: { [name]: 'evil.test:99' } });
      expect([poisoned.status, poisoned.text]).toEqual([plain.status, plain.text]);
    },
  );

  it('a forwarded host does not make a foreign form one of ours', async () => {
    const headers = { ...form, origin: 'https://evil.test', 'x-forwarded-host': 'evil.test' };
    expect(await status({ method: 'POST', headers, body: 'a=b' })).toBe(403);
  });

  it('a form is ours by the public address, not by the one the proxy uses', async () => {
    const post = (origin: string) =>
      ask(publicSite.url, { method: 'POST', path: '/about', headers: { ...form, host: 'clinic.test', origin }, body: 'a=b' });
    expect((await post('https://clinic.test')).status).toBe(405);
    expect((await post('http://clinic.test')).status).toBe(403);
  });
});

describe('redirects (W3)', () => {
  it('a slash too many leads to the page, method and query kept', async () => {
    const answer = await ask(site.url, { path: '/articles/?page=2&category=%2f%2fevil.test' });
    expect([answer.status, answer.headers.location]).toEqual([308, '/articles?page=2&category=%2f%2fevil.test']);
  });

  it.each([
    '//evil.test/',
    '///evil.test/',
    '/\\evil.test/',
    '/%5cevil.test/',
    '/%2fevil.test/',
    '/.//evil.test/',
    '/%0d%0aa:%20b/',
    '/%09//evil/',
  ])('%s leads nowhere', async (path) => {
    const answer = await ask(site.url, { path });
    expect([answer.status, answer.headers.location]).toEqual([400, undefined]);
  });
});

describe('bodies (W4)', () => {
  const headers = () => ({ ...form, origin: site.url });

  it('up to 32 KB are read, also without a length', async () => {
    const body = Buffer.alloc(32 * 1024, 'a');
    expect(await status({ method: 'POST', path: '/about', headers: headers(), body })).toBe(405);
    const chunked = { ...headers(), 'transfer-encoding': 'chunked' };
    expect(await status({ method: 'POST', path: '/about', headers: chunked, body })).toBe(405);
  });

  it('one byte more is too long, also without a length', async () => {
    const body = Buffer.alloc(32 * 1024 + 1, 'a');
    for (const more of [{}, { 'transfer-encoding': 'chunked' }]) {
      const answer = await ask(site.url, { method: 'POST', path: '/about', headers: { ...headers(), ...more }, body });
      expect(answer.status).toBe(413);
      expectCalmPage(answer);
    }
  });

  it('a quarter of a gigabyte in chunks is refused at once and costs no memory', async () => {
    const before = residentMegabytes(site.pid);
    const begun = performance.now();
    const answer = await ask(site.url, { method: 'POST', path: '/about', headers: headers(), body: megabytes(250) });
    expect(answer.status).toBe(413);
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(residentMegabytes(site.pid) - before).toBeLessThan(50);
  });

  it.each(['application/json', 'multipart/form-data; boundary=x', 'text/plain', 'application/x-www-form-urlencodedx', undefined])(
    'of type %s are not taken',
    async (type) => {
      const answer = await ask(site.url, {
        method: 'POST',
        path: '/about',
        headers: { origin: site.url, ...(type !== undefined && { 'content-type': type }) },
        body: 'a=b',
      });
      expect(answer.status).toBe(415);
    },
  );

  it('compressed ones are not taken, and readers send none', async () => {
    expect(await status({ method: 'POST', headers: { ...headers(), 'content-encoding': 'gzip' }, body: 'x' })).toBe(415);
    expect(await status({ method: 'GET', headers: { 'content-length': '3' }, body: 'a=b' })).toBe(400);
  });
});

describe('addresses and methods (W14)', () => {
  it.each([
    '/%ff',
    '/%',
    '/%e0%a4%a',
    '/a%00b',
    '/a%0ab',
    '/a%7f',
    '/%2e%2e/etc/passwd',
    '/a/../b',
    '/a/%2e/b',
    '/a//b',
    '/a%2fb',
    '/a%5cb',
    '/a\\b',
    '/a#b',
    'http://evil.test/',
    '*',
  ])('%s is calmly refused', async (path) => {
    const answer = await ask(site.url, { path });
    expect(answer.status).toBe(400);
    expectCalmPage(answer);
  });

  it('what is not HTTP is refused without a word of how', async () => {
    for (const line of ['GET /caf\u00e9 HTTP/1.1', 'GET / HTTP/9.9', 'nonsense']) {
      const answer = await statusLine(site.port, `${line}\r\nHost: 127.0.0.1:${site.port}\r\n\r\n`);
      expect(answer).toBe('HTTP/1.1 400 Bad Request');
    }
  });

  it('an unusual query is the business of whoever reads it', async () => {
    expect(await status({ path: '/robots.txt?a=%ff&b=//x/../y' })).toBe(200);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s is not possible', async (method) => {
    const answer = await ask(site.url, { method });
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
    expectCalmPage(answer);
  });
});

describe('every answer', () => {
  it.each(['/', '/%ff', '/healthz', '/robots.txt', '/favicon.svg', '/media/none.png', '/about/', '/nowhere', '/nowhere.data'])(
    '%s carries the security headers and its name, and does not say what made it',
    async (path) => {
      const { headers } = await ask(publicSite.url, { path, headers: { host: 'clinic.test' } });
      expect(headers['x-request-id']).toMatch(/^[0-9a-f]{12}$/);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['server']).toBeUndefined();
    },
  );
});

function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

async function* megabytes(count: number): AsyncGenerator<Buffer> {
  const megabyte = Buffer.alloc(1024 * 1024, 'a');
  for (let sent = 0; sent < count; sent += 1) yield await Promise.resolve(megabyte);
}
