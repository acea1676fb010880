import { ContentError } from './content-error.ts';

/**
 * Remembers the last answer to a question that is the same for everybody, and gives it while the CMS cannot answer. For what helps on pages
 * that are never kept themselves.
 */
export function lastKnown<T>(ask: () => Promise<T>, before: T): () => Promise<T> {
  let known = before;
  return async () => {
    try {
      known = await ask();
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
    }
    return known;
  };
}
