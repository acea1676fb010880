import { Refusal } from '../guard/refusal';

import { TokenBuckets, type Allowance } from './token-bucket';

/** For all clients without a token together, as far as their answers are not in memory: many addresses must not get more than a crowd may. */
const together: Allowance = { capacity: 12_000, perSecond: 600 };

/** So many may wait; they are answered within a few seconds. */
const MOST_WAITING = 100;

/**
 * Answers questions of unknown clients one after the other, so that however many there are, the site and registered apps find the CMS
 * free. Whoever comes when too many wait, or when too much has been answered lately, is asked to come back.
 */
export class Crowd {
  private readonly buckets = new TokenBuckets(1);
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** @throws {Refusal} if there is no room */
  async answer<T>(units: number, work: () => T | Promise<T>): Promise<T> {
    const taken = this.buckets.take('everybody', units, together);
    if (!taken.ok) throw busy(taken.retryAfter);
    if (this.waiting >= MOST_WAITING) throw busy(1);
    this.waiting++;
    const turn = this.last.then(work).finally(() => {
      this.waiting--;
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

/** That there is no room now, and when to come back. */
export const busy = (retryAfter: number) =>
  new Refusal(429, 'BUSY', `Too many ask at once. Try again in ${retryAfter} s, or use an API token.`, { retryAfter });
