import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { sendMutations } from '../support/mutations.ts';
import { openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(inject('readyCms'));
  await stage.isWarm();
});
afterAll(async () => {
  await stage.stop();
});

describe('whatever is sent along', () => {
  it('no answer repeats it in an address, and every page is what it was', { timeout: 120_000 }, async () => {
    const { poisoned, failed, changed, statuses } = await sendMutations(stage, 2_000);
    expect(poisoned).toEqual([]);
    expect(failed).toEqual([]);
    expect(changed).toEqual([]);
    expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['200', '400', '404', '405', '421']));
  });
});
