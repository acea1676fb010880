import { describe, expect, it } from 'vitest';

import { pageParam } from './page-param.ts';
import { scriptsOf } from './page-scripts.tsx';
import { redirectWithin, safePath } from './redirect.ts';
import { invariantResponse } from './responses.ts';
import { securityHeaders } from './security-headers.ts';

const site = 'https://clinic.test';

describe('redirects (W3)', () => {
  it.each([
    'javascript:alert(1)',
    '//evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    'https://evil.test/',
    '/..//evil.test',
    '/a/..//evil.test',
    '/%2e%2e//evil.test',
    '/\t/evil.test',
    '/ok\r\nSet-Cookie: a=b',
    ' /articles',
    '',
  ])('%j leads home', (target) => {
    expect(safePath(target, site)).toBe('/');
  });

  it('an encoded line break stays encoded', () => {
    expect(safePath('/a%0d%0aSet-Cookie:%20x', site)).toBe('/a%0d%0aSet-Cookie:%20x');
  });

  it('keeps paths of the site with query and anchor', () => {
    expect(safePath('/articles/doses?page=2#risks', site)).toBe('/articles/doses?page=2#risks');
  });

  it('answers with a path, never an origin', () => {
    let thrown: unknown;
    try {
      redirectWithin('/articles/new', site, 301);
    } catch (response) {
      thrown = response;
    }
    expect(thrown).toMatchObject({ status: 301 });
    expect((thrown as Response).headers.get('location')).toBe('/articles/new');
  });
});

describe('security headers', () => {
  const headers = (context: Parameters<typeof securityHeaders>[0]) => new Map(securityHeaders(context));

  it('allow nothing but the own styles, pictures, fonts and forms', () => {
    const csp = headers({ https: false }).get('Content-Security-Policy');
    expect(csp).toBe(
      "default-src 'none'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
  });

  it('allow scripts only as files of the site, and only where a page has some', () => {
    expect(headers({ https: false, scripts: true }).get('Content-Security-Policy')).toContain(
      "script-src 'self'; connect-src 'self';",
    );
  });

  it('promise https only where the site has it', () => {
    expect(headers({ https: false }).has('Strict-Transport-Security')).toBe(false);
    expect(headers({ https: true }).get('Strict-Transport-Security')).toMatch(/^max-age=\d{8};/);
  });
});

describe('page scripts', () => {
  it('are wanted only where a route says so', () => {
    expect(scriptsOf([undefined, null, {}, { script: true }, { scripts: '/a.js' }])).toEqual([]);
    expect(scriptsOf([undefined, { script: '/assets/a.js' }])).toEqual(['/assets/a.js']);
  });
});

describe('page parameter', () => {
  it.each([
    ['/articles', 1],
    ['/articles?page=1', 1],
    ['/articles?page=12', 12],
    ['/articles?page=0', null],
    ['/articles?page=-1', null],
    ['/articles?page=1.5', null],
    ['/articles?page=', null],
    ['/articles?page=99999', null],
    ['/articles?page=1e3', null],
  ])('%s is page %s', (address, page) => {
    expect(pageParam(new URL(address, site).href)).toBe(page);
  });
});

describe('invariantResponse', () => {
  it('throws a 404 unless told otherwise, and nothing if all is well', () => {
    const thrown = (condition: unknown, init?: ResponseInit) => {
      try {
        invariantResponse(condition, 'missing', init);
        return null;
      } catch (error) {
        return error instanceof Response ? error.status : error;
      }
    };
    expect([thrown({}), thrown(null), thrown(null, { status: 410 })]).toEqual([null, 404, 410]);
  });
});
