import { describe, expect, it } from 'vitest';

import { pageKeys } from './key.ts';

const keyOf = pageKeys({ '/': [], '/articles': ['category', 'page'], '/articles/:': [], '/articles/:/references.bib': [] });

describe('the key of a page', () => {
  it.each([
    ['/', '/'],
    ['/?x=1', '/'],
    ['/articles?page=2&category=a&utm=1', '/articles?category=a&page=2'],
    ['/articles?page=2&page=3', '/articles?page=2'],
    ['/articles?category=%61', '/articles?category=a'],
    ['/articles/%61bc?page=2', '/articles/abc'],
    ['/articles/a%20b', '/articles/a%20b'],
    ['/articles/a/references.bib', '/articles/a/references.bib'],
  ])('of %s is %s', (target, key) => {
    expect(keyOf(target)).toBe(key);
  });

  it.each([
    '/Articles',
    '/articles/',
    '/articles/a/b',
    '/articles.data',
    '/articles/%zz',
    '/preview/a',
    `/articles/${'a'.repeat(300)}`,
  ])('there is none for %s', (target) => {
    expect(keyOf(target)).toBeNull();
  });
});
