import { setTimeout as sleep } from 'node:timers/promises';

import { ContentError } from './content-error.ts';
import { noteFailure } from './dependencies.server.ts';

/** So long an answer may take before the last one is given. */
const PATIENCE_MS = 500;

/**
 * Remembers the last answer to a question that is the same for everybody, and gives it while the CMS cannot answer, or not soon. For what
 * helps on pages that are never kept themselves.
 */
export function lastKnown<T>(ask: () => Promise<T>, before: T): () => Promise<T> {
  let known: { answer: T } | null = null;
  const askNow = async () => {
    try {
      known = { answer: await ask() };
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
    }
    return 'in time' as const;
  };
  return async () => {
    const asked = askNow();
    // Without any answer yet, this one is worth waiting for.
    if (known && (await Promise.race([asked, sleep(PATIENCE_MS, 'late' as const, { ref: false })])) === 'late') noteFailure();
    else await asked;
    return known ? known.answer : before;
  };
}
