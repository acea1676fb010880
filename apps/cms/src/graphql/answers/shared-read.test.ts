import { expect, it } from 'vitest';

import { sharedRead } from './shared-read';

it('reads once for all who ask together, and again for whoever asks later', async () => {
  let reads = 0;
  const read = sharedRead(() => Promise.resolve(++reads));
  expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1]);
  expect(await read()).toBe(2);
});

it('never gives a value that was read before it was asked for', async () => {
  let value = 'old';
  let finish: () => void = () => undefined;
  const read = sharedRead(
    () =>
      new Promise<string>((resolve) => {
        const seen = value;
        finish = () => {
          resolve(seen);
        };
      }),
  );
  const first = read();
  await new Promise((resolve) => setImmediate(resolve));
  value = 'new';
  const second = read();
  finish();
  expect(await first).toBe('old');
  await new Promise((resolve) => setImmediate(resolve));
  finish();
  expect(await second).toBe('new');
});

it('fails for those who asked, and not for those who ask later', async () => {
  let fails = true;
  const read = sharedRead(() => (fails ? Promise.reject(new Error('away')) : Promise.resolve(1)));
  await expect(read()).rejects.toThrow('away');
  fails = false;
  expect(await read()).toBe(1);
});
