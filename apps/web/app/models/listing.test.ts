import { describe, expect, it } from 'vitest';

import { listingPath, toListingFilters, toListingQuestion } from './listing.ts';

const ask = (query: string) => toListingQuestion(`https://clinic.test/articles${query}`, 2);

describe('the address of the listing', () => {
  it.each(['?sort=worst', '?sort=constructor', '?evidence=strong', '?category=', '?category=ther%00apy', '?category=a%20b'])(
    '%s is none',
    (query) => {
      expect(ask(query)).toBeNull();
    },
  );

  it('says what it is narrowed to, and back', () => {
    const question = ask('?category=sleep&evidence=early&sort=title');
    expect(question).toEqual({ page: 2, category: 'sleep', evidence: 'EARLY', sort: 'title' });
    expect(question && listingPath(question, { page: 3 })).toBe('/articles?category=sleep&evidence=early&sort=title&page=3');
  });
});

describe('the choices of the listing', () => {
  const counts = { categories: [{ category: { slug: 'sleep' }, count: 2 }], evidence: [{ level: 'EARLY' as const, count: 2 }] };
  const categories = [
    { name: 'Sleep', slug: 'sleep' },
    { name: 'Pain', slug: 'pain' },
  ];
  const question = { page: 4, category: 'sleep', evidence: null, sort: 'title' as const };
  const filters = toListingFilters(question, counts, categories);

  it('keep the other choices, and go back to the first page', () => {
    expect(filters.evidence.find(({ name }) => name === 'Early')?.href).toBe(
      '/articles?category=sleep&evidence=early&sort=title',
    );
    expect(filters.topics[0]).toMatchObject({ href: '/articles?sort=title', count: 2, current: false });
    expect(filters.sorts.find(({ current }) => current)?.name).toBe('Title, A to Z');
  });

  it('lead nowhere where nothing would be left', () => {
    expect(filters.topics.find(({ name }) => name === 'Pain')).toMatchObject({ href: null, count: 0 });
  });
});
