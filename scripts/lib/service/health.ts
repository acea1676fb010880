import { setTimeout as sleep } from 'node:timers/promises';

import { shown } from '../paths.ts';
import { Problem } from '../problem.ts';

import type { Service } from './service.ts';

/** How a server failed, for people: with the end of what it wrote. */
export function unexpectedEnd({ name, log, lastLines }: Service, how: string): Problem {
  return new Problem(`${name} ended unexpectedly (${how}): all it wrote is in ${shown(log.path)}.`, lastLines().join('\n'));
}

/** How long a server may say nothing at all before it counts as stuck. */
const SILENCE_MS = 120_000;

/**
 * Waits until a server is ready.
 * @param isReady asked again and again
 * @param lastSign when the server last gave a sign of life
 * @throws {Problem} if it ends first, or is silent for too long
 */
export async function untilReady(service: Service, isReady: () => Promise<boolean>, lastSign: () => number): Promise<void> {
  while (!(await isReady())) {
    if (service.hasEnded()) throw unexpectedEnd(service, await service.ended);
    if (performance.now() - lastSign() > SILENCE_MS) {
      throw new Problem(`${service.name} has not become ready for two minutes: see what it wrote in ${shown(service.log.path)}.`);
    }
    await sleep(100);
  }
}

/** Whether an address answers with this status. */
export async function answersWith(status: number, url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: 'manual' });
    await response.body?.cancel();
    return response.status === status;
  } catch {
    return false;
  }
}
