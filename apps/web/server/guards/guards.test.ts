import { describe, expect, it } from 'vitest';

import { checkBody, MAX_BODY_BYTES } from './body.ts';
import type { RequestHead } from './guard.ts';
import { guardsOf } from './guards.ts';
import { hostGuard, ownHosts } from './host.ts';
import { checkMethod } from './method.ts';
import { originGuard } from './origin.ts';
import { checkPath } from './path.ts';

const head = (given: Partial<RequestHead>): RequestHead => ({ method: 'GET', target: '/', headers: {}, ...given });
const form = { 'content-type': ['application/x-www-form-urlencoded'] };

describe('method', () => {
  it('reads and forms only', () => {
    expect(['GET', 'HEAD', 'POST'].map((method) => checkMethod(head({ method })))).toEqual([null, null, null]);
    expect(checkMethod(head({ method: 'PUT' }))).toEqual({ status: 405, headers: { Allow: 'GET, HEAD, POST' } });
  });
});

describe('path', () => {
  it.each([
    '/',
    '/articles/a-b_c.d~e',
    '/a/',
    '/caf%C3%A9',
    '/a%20b',
    "/it's(ok)",
    '/a?b=//..%2f%00',
    '/.well-known/x',
    '/...',
    '/a..b',
    '/x.data',
  ])('%s is read', (target) => {
    expect(checkPath(head({ target }))).toBeNull();
  });

  it.each([
    ['', 'empty'],
    ['a', 'relative'],
    ['*', 'of the server'],
    ['http://evil.test/', 'of a proxy'],
    ['//evil.test', 'empty segment'],
    ['/a//b', 'empty segment'],
    ['/a/./b', 'dot'],
    ['/a/..', 'dots'],
    ['/%2E%2e/b', 'encoded dots'],
    ['/.%2e/b', 'half-encoded dots'],
    ['/a%2Fb', 'encoded slash'],
    ['/a\\b', 'backslash'],
    ['/a%5Cb', 'encoded backslash'],
    ['/a%00', 'encoded NUL'],
    ['/a%1f', 'encoded control character'],
    ['/a%7F', 'encoded DEL'],
    ['/a%C2%85', 'encoded C1 control character'],
    ['/a b', 'space'],
    ['/a\tb', 'tab'],
    ['/\u00e9', 'not ASCII'],
    ['/a#b', 'fragment'],
    ['/%ff', 'not UTF-8'],
    ['/%', 'half an escape'],
    ['/%zz', 'no escape'],
  ])('%j is not read: %s', (target) => {
    expect(checkPath(head({ target }))).toEqual({ status: 400 });
  });

  it.each(['/?_data=x', '/a?b=c&_data', '/a?%5Fdata=1', '/a?_dat%61'])('%s does not exist', (target) => {
    expect(checkPath(head({ target }))).toEqual({ status: 404 });
  });
});

describe('host', () => {
  it('is the public one; local names only while the site is local', () => {
    expect([...ownHosts({ siteUrl: 'https://clinic.test', port: 3000 })]).toEqual(['clinic.test']);
    expect([...ownHosts({ siteUrl: 'http://clinic.test:8080', port: 3000 })]).toEqual(['clinic.test:8080']);
    expect([...ownHosts({ siteUrl: 'http://localhost:3000', port: 3000 })]).toEqual([
      'localhost:3000',
      '127.0.0.1:3000',
      '[::1]:3000',
    ]);
    expect([...ownHosts({ siteUrl: 'http://127.0.0.1', port: 80 })]).toEqual(['127.0.0.1', 'localhost', '[::1]']);
  });

  const check = (...host: string[]) => hostGuard({ siteUrl: 'https://clinic.test', port: 3000 })(head({ headers: { host } }));

  it('is compared as a whole, and said once', () => {
    expect([check('clinic.test'), check('Clinic.TEST')]).toEqual([null, null]);
    const others = [
      check(),
      check('clinic.test.'),
      check('clinic.test@evil'),
      check('clinic.test', 'clinic.test'),
      check('xclinic.test'),
    ];
    expect(others).toEqual(Array(5).fill({ status: 421 }));
  });
});

describe('origin', () => {
  const post = (headers: RequestHead['headers'], siteUrl = 'https://clinic.test') =>
    originGuard({ siteUrl })(head({ method: 'POST', headers: { host: [new URL(siteUrl).host], ...headers } }));

  it('of a form is the site', () => {
    expect(post({ origin: ['https://clinic.test'] })).toBeNull();
    expect(post({ 'sec-fetch-site': ['same-origin'] })).toBeNull();
    expect(post({ host: ['127.0.0.1:3000'], origin: ['http://127.0.0.1:3000'] }, 'http://localhost:3000')).toBeNull();
  });

  it.each<RequestHead['headers']>([
    {},
    { origin: ['null'] },
    { origin: ['https://evil.test'] },
    { origin: ['http://clinic.test'] },
    { origin: ['https://clinic.test:8443'] },
    { origin: ['https://clinic.test', 'https://evil.test'] },
    { origin: ['null'], 'sec-fetch-site': ['same-origin'] },
    { origin: ['same-origin'] },
    { 'sec-fetch-site': ['same-site'] },
    { 'sec-fetch-site': ['none'] },
    { 'sec-fetch-site': ['same-origin', 'cross-site'] },
  ])('%j is not', (headers) => {
    expect(post(headers)).toEqual({ status: 403 });
  });

  it('does not matter to readers', () => {
    expect(originGuard({ siteUrl: 'https://clinic.test' })(head({ headers: { origin: ['https://evil.test'] } }))).toBeNull();
  });
});

describe('body', () => {
  const post = (headers: RequestHead['headers']) => checkBody(head({ method: 'POST', headers }));

  it('is a form of limited length', () => {
    expect(post({ ...form, 'content-length': [String(MAX_BODY_BYTES)] })).toBeNull();
    expect(post({ 'content-type': ['Application/X-WWW-Form-Urlencoded; charset=UTF-8'] })).toBeNull();
    expect(post({ ...form, 'content-length': [String(MAX_BODY_BYTES + 1)] })).toEqual({ status: 413 });
    expect(post({ 'content-type': ['application/json'] })).toEqual({ status: 415 });
    expect(post({ ...form, 'content-encoding': ['br'] })).toEqual({ status: 415 });
    expect(post({})).toEqual({ status: 415 });
  });

  it('belongs to forms only', () => {
    expect(checkBody(head({ headers: { 'content-length': ['0'] } }))).toBeNull();
    expect(checkBody(head({ headers: { 'content-length': ['1'] } }))).toEqual({ status: 400 });
    expect(checkBody(head({ headers: { 'transfer-encoding': ['chunked'] } }))).toEqual({ status: 400 });
  });
});

describe('all guards', () => {
  const guard = guardsOf({ siteUrl: 'https://clinic.test', port: 3000 });

  it('let a visitor pass', () => {
    const headers = { host: ['clinic.test'] };
    expect(guard(head({ headers }))).toBeNull();
    expect(guard(head({ method: 'POST', headers: { ...headers, ...form, origin: ['https://clinic.test'] } }))).toBeNull();
  });

  it('say the first thing that is wrong', () => {
    expect(guard(head({ method: 'DELETE', target: '//' }))?.status).toBe(405);
    expect(guard(head({ target: '//', headers: { host: ['evil.test'] } }))?.status).toBe(400);
    expect(guard(head({ method: 'POST', headers: { host: ['evil.test'] } }))?.status).toBe(421);
  });
});
