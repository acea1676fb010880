import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  wrap,
} from 'cockatiel';

import { ContentError } from './content-error.ts';

/**
 * Five failures in a row, and nobody waits for the CMS until one question, after about a second, finds it well again. At no fixed pace: a CMS
 * that comes and goes at the same pace would never be met.
 */
const breaker = circuitBreaker(
  handleWhen((error) => error instanceof ContentError && error.isFault),
  { breaker: new ConsecutiveBreaker(5), halfOpenAfter: new ExponentialBackoff({ initialDelay: 500, maxDelay: 1_500 }) },
);

/** A question is asked again where the answer failed at once, as while the CMS restarts. Whoever waited long waits no longer. */
const retries = retry(
  handleWhen((error) => error instanceof ContentError && error.kind === 'unreachable' && isQuick(error.cause)),
  { maxAttempts: 2, backoff: new ExponentialBackoff({ initialDelay: 50, maxDelay: 400 }) },
);

const policy = wrap(retries, breaker);

function isQuick(cause: unknown): boolean {
  return !(cause instanceof BrokenCircuitError) && !(cause instanceof Error && /Timeout|TooLarge/.test(cause.name));
}

/** Whether the CMS failed so often that it is hardly asked at present. */
export function isCmsDown(): boolean {
  return breaker.state !== CircuitState.Closed;
}

const TRY_MS = 250;
let tried = -TRY_MS;

/** While the CMS is down: whether it is time for somebody who waits for nothing to try again. */
export function isTimeToTry(): boolean {
  const now = performance.now();
  if (now - tried < TRY_MS) return false;
  tried = now;
  return true;
}

const underway = new Map<string, Promise<unknown>>();

/** Whoever asks from now on gets an answer that was made from now on. */
export function askAfresh(): void {
  underway.clear();
}

/** Asks the CMS steadily: those who ask the same at the same time share the answer, failures are met as the policies above say. */
export async function steadily<T>(operation: string, variables: unknown, ask: () => Promise<T>): Promise<T> {
  const key = `${operation} ${JSON.stringify(variables)}`;
  const shared = underway.get(key) as Promise<T> | undefined;
  if (shared) return shared;
  const work = policy
    .execute(ask)
    .catch((error: unknown) => {
      throw error instanceof ContentError ? error : new ContentError(operation, 'unreachable', error);
    })
    .finally(() => {
      if (underway.get(key) === work) underway.delete(key);
    });
  underway.set(key, work);
  return work;
}
