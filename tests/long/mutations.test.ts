import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { memoryMb, sendMutations } from '../support/mutations.ts';
import { openStage, type Stage } from '../support/stage.ts';

/** `MUTATIONS=5000` for a first look. */
const MUTATIONS = Number(process.env['MUTATIONS'] ?? 100_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(inject('readyCms'));
  await stage.isWarm();
});
afterAll(async () => {
  await stage.stop();
});

describe('whatever is sent along', () => {
  it('no answer repeats it in an address, every page is what it was, and memory has its bounds', async () => {
    const before = memoryMb(stage.site().pid);
    const { poisoned, failed, changed, ...rest } = await sendMutations(stage, MUTATIONS, { seed: 2 });
    process.stdout.write(
      `${JSON.stringify({ poisoned: poisoned.length, failed: failed.length, changed: changed.length, memoryBeforeMb: before, ...rest })}\n`,
    );
    expect(
      failed.slice(0, 3),
      stage
        .site()
        .logs()
        .split('\n')
        .filter((line) => line.includes('"error"'))
        .slice(0, 5)
        .join('\n'),
    ).toEqual([]);
    expect(poisoned.slice(0, 3)).toEqual([]);
    expect(changed).toEqual([]);
    expect(rest.mostMemoryMb).toBeLessThan(512);
  });
});
