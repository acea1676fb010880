import type { Fingerprint } from './fingerprint';
import type { Review } from './records';

/** Where an article stands between writing and review, in the words of the list of articles. */
export type ReviewState = 'none' | 'waiting' | 'edited' | 'reviewed' | 'sample';

export interface Standing {
  state: ReviewState;
  /** The day of the latest review, and by which the next is due; null if nobody ever reviewed it. */
  lastReviewed: string | null;
  reviewDue: string | null;
  /** The review that the text rests on, as it is now. */
  valid: Review | null;
  /** The latest one, whether or not the text has changed since. */
  latest: Review | null;
}

const day = (instant: string) => new Date(instant).toISOString().slice(0, 10);

/**
 * Works out where an article stands.
 * @param reviews its reviews, the newest first
 * @param isAsked whether somebody waits for a review
 */
export function standingOf({ hash }: Pick<Fingerprint, 'hash'>, reviews: Review[], isAsked: boolean): Standing {
  const [latest = null] = reviews;
  const matching = reviews.filter((review) => review.hash === hash);
  const valid = matching.find(({ demo }) => !demo) ?? matching[0] ?? null;
  const dated = valid ?? latest;
  const isReal = dated !== null && !dated.demo;
  return {
    state: stateOf(valid, dated, isAsked),
    lastReviewed: isReal ? day(dated.reviewedAt) : null,
    reviewDue: isReal ? dated.dueOn : null,
    valid,
    latest,
  };
}

function stateOf(valid: Review | null, dated: Review | null, isAsked: boolean): ReviewState {
  if (valid && !valid.demo) return 'reviewed';
  if (isAsked) return 'waiting';
  if (dated === null) return 'none';
  // Whatever was invented with the demo library stays so until a clinician has looked at it.
  return dated.demo ? 'sample' : 'edited';
}
