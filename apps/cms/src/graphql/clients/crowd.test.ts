import { expect, it } from 'vitest';

import { Crowd } from './crowd';

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

it('answers one after the other, whoever fails', async () => {
  const crowd = new Crowd();
  let atOnce = 0;
  let most = 0;
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, i) =>
      crowd.answer(1, async () => {
        most = Math.max(most, ++atOnce);
        await pause();
        atOnce--;
        if (i % 5 === 0) throw new Error('failed');
      }),
    ),
  );
  expect(most).toBe(1);
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(4);
});

it('lets only so many wait', async () => {
  const crowd = new Crowd();
  const results = await Promise.allSettled(Array.from({ length: 150 }, () => crowd.answer(1, pause)));
  const refused = results.filter((result) => result.status === 'rejected');
  expect(refused).toHaveLength(50);
  expect(refused[0]?.reason).toMatchObject({ status: 429, code: 'BUSY', details: { retryAfter: 1 } });
});

it('gives all together no more than a crowd may have, and says when there is more', async () => {
  const crowd = new Crowd();
  for (let i = 0; i < 12; i++) await crowd.answer(1_000, () => Promise.resolve());
  await expect(crowd.answer(1_000, () => Promise.resolve())).rejects.toMatchObject({ code: 'BUSY', details: { retryAfter: 2 } });
});
