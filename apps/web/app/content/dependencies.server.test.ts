import { setImmediate as later } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { currentPage, noteFailure, noteHoldings, recordDependencies } from './dependencies.server.ts';

const note = (tag: string) => {
  noteHoldings({ tags: new Set([tag]), expiresAt: Infinity });
};

describe('what a page reads', () => {
  it('is noted for that page alone, and to the end, whichever of several ends first', async () => {
    const slow = recordDependencies(async () => {
      note('article:slow');
      for (let i = 0; i < 10; i++) await later();
      note('article:late');
      return currentPage();
    });
    const quick = recordDependencies(async () => {
      await later();
      note('article:quick');
      noteFailure();
    });
    const failing = recordDependencies(() => Promise.reject(new Error('no page')));

    await expect(failing).rejects.toThrow('no page');
    const { dependencies } = await quick;
    expect([[...dependencies.tags], dependencies.failed]).toEqual([['article:quick'], true]);
    const { result, dependencies: ofSlow } = await slow;
    expect(result).toBe(ofSlow);
    expect([[...ofSlow.tags], ofSlow.failed]).toEqual([['article:slow', 'article:late'], false]);
  });

  it('is noted again after a time in which no page was made', async () => {
    await recordDependencies(() => later());
    expect(currentPage()).toBeUndefined();
    note('article:nobody');
    const { dependencies } = await recordDependencies(async () => {
      await later();
      note('article:next');
    });
    expect([...dependencies.tags]).toEqual(['article:next']);
  });
});
