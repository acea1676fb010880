import { describe, expect, it } from 'vitest';

import { copyKey, findCopy, keepCopy, saySame } from './store';

function shelf(room = Infinity) {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    setItem: (key: string, value: string) => {
      if (value.length > room) throw new Error('QuotaExceededError');
      kept.set(key, value);
    },
  };
}

const copy = { keptAt: 1_000, version: 'v1', values: { title: 'Typed' } };

describe('a copy of what was not saved', () => {
  it('is found by the same person at the same entry only', () => {
    const one = shelf();
    keepCopy(one, copyKey(1, 'api::article.article', 'a'), copy);
    expect(findCopy(one, copyKey(1, 'api::article.article', 'a'), 2_000)).toEqual(copy);
    for (const other of [
      copyKey(2, 'api::article.article', 'a'),
      copyKey(1, 'api::article.article', 'b'),
      copyKey(1, 'x', 'a'),
    ]) {
      expect(findCopy(one, other, 2_000)).toBeNull();
    }
  });

  it('is thrown away after a week, or when it is unreadable', () => {
    const one = shelf();
    keepCopy(one, 'old', copy);
    one.kept.set('broken', '{');
    expect(findCopy(one, 'old', copy.keptAt + 7 * 86_400_000)).toBeNull();
    expect(findCopy(one, 'broken', 0)).toBeNull();
    expect(one.kept.size).toBe(0);
  });

  it('never stops anybody from typing when the browser is full', () => {
    const full = shelf(20);
    full.kept.set('key', 'old');
    keepCopy(full, 'key', copy);
    expect(full.kept.size).toBe(0);
  });

  it('says the same as what was saved from it, whatever the CMS adds', () => {
    const typed = { title: 'Typed', body: [{ __component: 'body.rich-text', __temp_key__: 'a0', content: [] }], updatedAt: 'v1' };
    const saved = {
      id: 7,
      title: 'Typed',
      body: [{ __component: 'body.rich-text', id: 9, content: [] }],
      updatedAt: 'v2',
      note: null,
    };
    expect(saySame(typed, saved)).toBe(true);
    expect(saySame(typed, { ...saved, title: 'Other' })).toBe(false);
    expect(saySame(typed, { ...saved, body: [] })).toBe(false);
    expect(saySame(typed, { ...saved, note: 'More' })).toBe(false);
  });
});
