import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 2_000;
const IDLE_BELOW = 0.2;
/** More than this waits for no idle time: it is left undone. */
const MAX_WAITING = 2_000;

const waiting: (() => Promise<void>)[] = [];
let isWorking = false;

/** Does something that can wait, one after the other, while this process has little else to do. */
export function whenIdle(work: () => Promise<void>): void {
  if (waiting.length < MAX_WAITING) waiting.push(work);
  if (!isWorking) void workThrough();
}

async function workThrough(): Promise<void> {
  isWorking = true;
  for (;;) {
    const before = performance.eventLoopUtilization();
    await sleep(LOOK_MS, undefined, { ref: false });
    if (performance.eventLoopUtilization(before).utilization > IDLE_BELOW) continue;
    const begun = performance.now();
    // As much as fits into one look, so that a visitor who comes now waits for one piece of work at most.
    while (performance.now() - begun < LOOK_MS / 4) {
      const work = waiting.shift();
      if (!work) {
        isWorking = false;
        return;
      }
      await work().catch(() => undefined);
    }
  }
}
