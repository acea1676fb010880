import type { Article } from './articles';

type ReviewState = 'CURRENT' | 'DUE' | 'CHANGED' | 'NONE' | 'DEMO';

const today = () => new Date().toISOString().slice(0, 10);

/**
 * Whether a clinical review stands behind an article. A reviewer's name alone is none: the answer was written down with the article when it
 * was published, from the records of its reviews.
 */
export function reviewStateOf({ reviewState, lastReviewed, reviewDue, reviewer }: Article): ReviewState {
  if (reviewState === 'reviewed') return typeof reviewDue === 'string' && reviewDue < today() ? 'DUE' : 'CURRENT';
  if (lastReviewed != null) return 'CHANGED';
  return reviewState === 'sample' || reviewer?.['demo'] === true ? 'DEMO' : 'NONE';
}
