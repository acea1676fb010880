import { describe, expect, it } from 'vitest';

import { acceptedEncoding } from './encoding.ts';
import { splitTarget, withoutTrailingSlash } from './target.ts';
import { dropUntrustedHeaders } from './untrusted-headers.ts';

describe('target', () => {
  it('is split at the first question mark', () => {
    expect(splitTarget('/a?b=c?d')).toEqual({ path: '/a', query: 'b=c?d' });
    expect(splitTarget('/a')).toEqual({ path: '/a', query: '' });
  });

  it.each([
    ['/', null],
    ['/?a=b/', null],
    ['/about', null],
    ['/about/', '/about'],
    ['/about/?a=b/', '/about?a=b/'],
  ])('%s without its last slash is %s', (target, canonical) => {
    expect(withoutTrailingSlash(target)).toBe(canonical);
  });
});

describe('accepted encoding', () => {
  it.each([
    [undefined, null],
    ['', null],
    ['identity', null],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['GZIP;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br; q=0.1, gzip;q=1', 'br'],
    ['*', 'br'],
    ['*;q=0', null],
    ['br;q=x', null],
  ])('of %j is %s', (header, encoding) => {
    expect(acceptedEncoding(header)).toBe(encoding);
  });
});

describe('untrusted headers', () => {
  it('are gone from every view of a request', () => {
    const request = {
      headers: { host: 'clinic.test', 'x-forwarded-host': 'evil.test', forwarded: 'for=x' },
      headersDistinct: { host: ['clinic.test'], 'x-forwarded-host': ['evil.test'], forwarded: ['for=x'] },
      rawHeaders: ['Host', 'clinic.test', 'X-Forwarded-Host', 'evil.test', 'Forwarded', 'for=x', 'Accept', 'x-forwarded-for'],
    };
    dropUntrustedHeaders(request);
    expect(request).toEqual({
      headers: { host: 'clinic.test' },
      headersDistinct: { host: ['clinic.test'] },
      rawHeaders: ['Host', 'clinic.test', 'Accept', 'x-forwarded-for'],
    });
  });
});
