import { describe, expect, it } from 'vitest';

import { AnswerCache, questionKey } from './answer-cache';

const answer = (body: string) => ({ body: Buffer.from(body), etag: '"x"', tags: '' });
const textOf = (cache: AnswerCache, question: string, position: number) => cache.get(question, position)?.body.toString();

describe('the answer cache', () => {
  it('gives an answer back only at the position it was made at', () => {
    const cache = new AnswerCache(1_000_000);
    cache.put('q', 7, answer('seven'));
    expect(textOf(cache, 'q', 7)).toBe('seven');
    expect(cache.get('q', 8)).toBeNull();
    expect(cache.get('q', 7)).toBeNull();
    expect(cache.bytes).toBe(0);
  });

  it('never lets an answer that began earlier replace a newer one', () => {
    const cache = new AnswerCache(1_000_000);
    cache.put('q', 8, answer('new'));
    cache.put('q', 7, answer('old'));
    expect(textOf(cache, 'q', 8)).toBe('new');
  });

  it('forgets after a minute what the feed may know nothing of', () => {
    let now = 0;
    const cache = new AnswerCache(1_000_000, () => now);
    cache.put('q', 1, answer('due tomorrow'));
    now = 59;
    expect(textOf(cache, 'q', 1)).toBe('due tomorrow');
    now = 61;
    expect(cache.get('q', 1)).toBeNull();
  });

  it('stays within its bytes and drops what was not asked for the longest', () => {
    const cache = new AnswerCache(100_000);
    cache.put('kept', 1, answer('k'.repeat(1_000)));
    for (let i = 0; i < 1_000; i++) {
      cache.put(`q${i}`, 1, answer('a'.repeat(1_000)));
      cache.get('kept', 1);
    }
    expect(cache.bytes).toBeLessThanOrEqual(100_000);
    expect(cache.get('kept', 1)).not.toBeNull();
    expect(cache.get('q0', 1)).toBeNull();
    expect(cache.get('q999', 1)).not.toBeNull();
  });

  it('does not clear itself for one huge answer', () => {
    const cache = new AnswerCache(100_000);
    cache.put('small', 1, answer('a'));
    cache.put('huge', 1, answer('a'.repeat(20_000)));
    expect(cache.get('huge', 1)).toBeNull();
    expect(cache.get('small', 1)).not.toBeNull();
  });
});

it('tells questions apart by document and variables', () => {
  expect(questionKey('{a}', {})).toBe(questionKey('{a}', {}));
  expect(
    new Set([questionKey('{a}', {}), questionKey('{b}', {}), questionKey('{a}', { a: 1 }), questionKey('{a}', { a: '1' })]).size,
  ).toBe(4);
});
