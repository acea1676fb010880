import { describe, expect, it, vi } from 'vitest';

import { Doubts } from './doubts.ts';
import { Head } from './head.ts';
import type { KeptPage } from './kept-page.ts';

const page = (tags: string[], facts: Partial<KeptPage> = {}): KeptPage => ({
  key: '/articles',
  status: 200,
  headers: [],
  etag: '',
  lastModified: 0,
  tags,
  expiresAt: null,
  moment: 1,
  build: 'b',
  bodies: {},
  heads: {},
  notModified: new Head(304, []),
  ...facts,
});

const listing = page(['article', 'article:a', 'article:b', 'category:c']);

/** Doubts with a feed that told of some changes since the page was made. */
function doubts(changed: string[], isForgotten = false): Doubts {
  return new Doubts({
    hasChanged: (tag) => changed.includes(tag),
    isForgotten: () => isForgotten,
    isCurrent: ({ tags }) => !tags.some((tag) => changed.includes(tag)),
  });
}

const made = (tags: string[], facts: Partial<KeptPage> = {}) => ({ page: page(tags, facts), isKeepable: true, isGone: false });
const gone = { page: page([], { status: 404 }), isKeepable: false, isGone: true };

describe('a list that lost everything', () => {
  it.each<[string, boolean, string[], string[]]>([
    ['is doubted if none of it changed', true, ['article'], ['article', 'category:c']],
    ['is doubted if only some of it changed', true, ['article', 'article:a'], ['article', 'category:c']],
    ['is believed if all of it changed', false, ['article', 'article:a', 'article:b'], ['article', 'category:c']],
    ['is believed if something else on it changed', false, ['category:c'], ['article', 'category:c']],
    ['is no loss if others took its place', false, ['article'], ['article', 'article:z', 'category:c']],
  ])('%s', (_case, isDoubted, changed, tags) => {
    expect(doubts(changed).arise(listing, made(tags))).toBe(isDoubted);
  });

  it('is believed of another build, which may show less', () => {
    expect(doubts(['article']).arise(listing, made([], { build: 'next' }))).toBe(false);
  });
});

describe('a page that is not there', () => {
  it.each<[string, boolean, KeptPage, boolean]>([
    ['is doubted if nothing withdrew it', true, page(['article', 'article:a'], { key: '/articles/a' }), false],
    ['is believed if the feed began anew', false, page(['article:a'], { key: '/articles/a' }), true],
    ['is believed where a list became shorter', false, page(['article'], { key: '/articles?page=2' }), false],
    ['is believed where a move ended', false, page(['article'], { key: '/articles/old', status: 301 }), false],
  ])('%s', (_case, isDoubted, known, isForgotten) => {
    expect(doubts(['article'], isForgotten).arise(known, gone)).toBe(isDoubted);
  });

  it('is believed after ten minutes, and doubted again after it was there', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const known = page(['article:a'], { key: '/articles/a' });
    const doubting = doubts([]);
    const after = (minutes: number) => {
      vi.advanceTimersByTime(minutes * 60_000);
      return doubting.arise(known, gone);
    };
    expect([after(0), after(9), after(2)]).toEqual([true, true, false]);
    expect(doubting.arise(known, made(['article:a'], { key: '/articles/a' }))).toBe(false);
    expect(after(0)).toBe(true);
    vi.useRealTimers();
  });
});
