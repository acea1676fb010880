import { setTimeout as sleep } from 'node:timers/promises';

import { expect, it, vi } from 'vitest';

import type { PageCache } from './page-cache.ts';
import type { PageStore } from './page-store.ts';
import { Warmer } from './warm.ts';

const links = Array.from({ length: 300 }, (_, i) => `<a href="/articles/article-${i}">`).join('');

it('stands back from making pages ahead while changes come in a row, and goes on when they have settled', async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  let made = 0;
  const cache = {
    isFresh: () => false,
    refresh: () => {
      made++;
      return Promise.resolve({ page: { bodies: { identity: Buffer.from(links) } }, isKeepable: true, isGone: false });
    },
  } as unknown as PageCache;
  const store = { get: () => Promise.resolve(undefined) } as unknown as PageStore;
  const obtain = () => Promise.resolve();
  const warmer = new Warmer({ cache, store, keyOf: (target) => target, origin: 'http://localhost:3000', obtain });
  warmer.wake(0);
  await vi.waitFor(() => {
    expect(made).toBeGreaterThan(3);
  });

  warmer.changed();
  const before = made;
  for (let i = 0; i < 15; i++) {
    await sleep(100);
    warmer.changed();
  }
  // One may have been on its way.
  expect(made - before).toBeLessThanOrEqual(1);
  await vi.waitFor(() => {
    expect(made - before).toBeGreaterThan(3);
  }, 5_000);
  warmer.stop();
  vi.restoreAllMocks();
});
