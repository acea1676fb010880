import { describe, expect, it } from 'vitest';

import { lastChangeOf, mappedKinds, partNames, toMappedPages, toPart, toStandingPages } from './site-map.ts';

describe('parts of the site map', () => {
  it.each(mappedKinds)('of %s are found again by the names that the index gives them', (kind) => {
    expect(partNames(kind, 0, 10)).toEqual([]);
    expect(partNames(kind, 10, 10)).toEqual([`${kind}-1`]);
    expect(partNames(kind, 11, 10).map((name) => toPart(name, 10))).toEqual([
      { kind, span: { from: 0, most: 10 } },
      { kind, span: { from: 10, most: 10 } },
    ]);
  });

  it.each(['pages', 'articles', 'articles-0', 'articles-01', 'articles--1', 'articles-1x', 'others-1', 'articles-9999999'])(
    '%s is none of them',
    (name) => {
      expect(toPart(name, 10)).toBeNull();
    },
  );
});

it('a page that lists or tells of several things changed when the latest of them did', () => {
  const pages = toStandingPages({
    clinic: '2026-01-02',
    articles: '2026-01-03',
    categories: ['2026-01-01', '2026-01-05'],
    people: ['2026-01-04'],
    terms: [],
  });
  const at = (path: string) => pages.find((page) => page.path === path)?.lastModified;
  expect([at('/'), at('/articles'), at('/categories'), at('/about'), at('/privacy')]).toEqual([
    '2026-01-03',
    '2026-01-03',
    '2026-01-05',
    '2026-01-04',
    '2026-01-02',
  ]);
  // Nothing is known of the first, and nobody knows of the second.
  expect([at('/glossary'), at('/accessibility')]).toEqual([undefined, undefined]);
  expect(lastChangeOf(pages)).toBe('2026-01-05');
  expect(lastChangeOf([])).toBeUndefined();
});

it('a page stands at the address of its kind', () => {
  expect(toMappedPages('sources', [{ key: 'ZAR06', updatedAt: '2026-01-01' }])).toEqual([
    { path: '/sources/ZAR06', lastModified: '2026-01-01' },
  ]);
});
