import { describe, expect, it } from 'vitest';

import { TokenBuckets } from './token-bucket';

const allowance = { capacity: 100, perSecond: 10 };

function bucketsAt(clock: { seconds: number }, most = 1_000) {
  return new TokenBuckets(most, () => clock.seconds);
}

describe('a token bucket', () => {
  it('lets a rested client spend its capacity at once, then says how long to wait', () => {
    const clock = { seconds: 0 };
    const buckets = bucketsAt(clock);
    expect(buckets.take('a', 60, allowance)).toEqual({ ok: true, left: 40 });
    expect(buckets.take('a', 60, allowance)).toEqual({ ok: false, retryAfter: 2 });
    clock.seconds = 2;
    expect(buckets.take('a', 60, allowance)).toEqual({ ok: true, left: 0 });
  });

  it('never fills beyond its capacity, and keeps clients apart', () => {
    const clock = { seconds: 0 };
    const buckets = bucketsAt(clock);
    buckets.take('a', 100, allowance);
    clock.seconds = 1_000;
    expect(buckets.take('a', 101, allowance)).toMatchObject({ ok: false });
    expect(buckets.take('b', 100, allowance)).toMatchObject({ ok: true });
  });

  it('answers whether anything is left without taking it', () => {
    const clock = { seconds: 0 };
    const buckets = bucketsAt(clock);
    expect(buckets.take('a', 0, allowance)).toEqual({ ok: true, left: 100 });
    buckets.charge('a', 150, allowance);
    expect(buckets.take('a', 0, allowance)).toEqual({ ok: false, retryAfter: 6 });
  });

  it('cannot be driven into a debt that never ends', () => {
    const clock = { seconds: 0 };
    const buckets = bucketsAt(clock);
    for (let i = 0; i < 1_000; i++) buckets.charge('a', 100, allowance);
    clock.seconds = 21;
    expect(buckets.take('a', 1, allowance)).toMatchObject({ ok: true });
  });

  it('remembers no more clients than it may', () => {
    const buckets = bucketsAt({ seconds: 0 }, 500);
    for (let i = 0; i < 100_000; i++) buckets.take(`client ${i}`, 1, allowance);
    expect(buckets.size).toBe(500);
  });
});
