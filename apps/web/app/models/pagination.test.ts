import { describe, expect, it } from 'vitest';

import { hasPage, toPagination } from './pagination.ts';

const hrefOf = (page: number) => `?page=${page}`;
const spelled = (page: number, pageCount: number) =>
  toPagination({ page, pageCount }, hrefOf)
    ?.items.map((item) => (item === 'gap' ? '…' : item.current ? `[${item.page}]` : item.page))
    .join(' ');

describe('pagination', () => {
  it('is absent where everything fits on one page', () => {
    expect(toPagination({ page: 1, pageCount: 0 }, hrefOf)).toBeNull();
    expect(toPagination({ page: 1, pageCount: 1 }, hrefOf)).toBeNull();
  });

  it.each([
    [1, 2, '[1] 2'],
    [1, 3, '[1] 2 3'],
    [2, 3, '1 [2] 3'],
    [1, 9, '[1] 2 … 9'],
    [3, 9, '1 2 [3] 4 … 9'],
    [4, 9, '1 2 3 [4] 5 … 9'],
    [5, 9, '1 … 4 [5] 6 … 9'],
    [6, 9, '1 … 5 [6] 7 8 9'],
    [9, 9, '1 … 8 [9]'],
  ])('shows page %i of %i as %s', (page, pageCount, expected) => {
    expect(spelled(page, pageCount)).toBe(expected);
  });

  it('leads nowhere beyond the ends', () => {
    expect(toPagination({ page: 1, pageCount: 3 }, hrefOf)).toMatchObject({ previous: null, next: '?page=2' });
    expect(toPagination({ page: 3, pageCount: 3 }, hrefOf)).toMatchObject({ previous: '?page=2', next: null });
  });
});

describe('a page of a list', () => {
  it('exists up to the last one, and the first always', () => {
    expect(hasPage({ page: 1, pageCount: 0 })).toBe(true);
    expect(hasPage({ page: 2, pageCount: 2 })).toBe(true);
    expect(hasPage({ page: 3, pageCount: 2 })).toBe(false);
  });
});
