import { toDay, type DayView } from './dates.ts';

import type { Article } from '#app/content/articles.server.ts';

/** What a page may say about its clinical review: nothing that is not true of the text as it is now. */
export interface ReviewView {
  /** `none` and `sample` are no reviews, whoever is named in the reviewer's place. */
  state: 'current' | 'due' | 'changed' | 'none' | 'sample';
  /** The latest review. */
  reviewed: DayView | null;
  /** The next one. */
  due: DayView | null;
  /** What a reader must know before relying on the page; null where there is nothing to warn of. */
  notice: { heading: string; text: string } | null;
}

const states = { CURRENT: 'current', DUE: 'due', CHANGED: 'changed', NONE: 'none', DEMO: 'sample' } as const;

type Reviewed = Pick<Article, 'reviewState' | 'lastReviewed' | 'reviewDue'>;

/** Where the text says it was reviewed and no day is known, it counts as not reviewed. */
export function toReview({ reviewState, lastReviewed, reviewDue }: Reviewed): ReviewView {
  const claimed = states[reviewState];
  const isReview = claimed !== 'none' && claimed !== 'sample';
  const state = isReview && lastReviewed === null ? 'none' : claimed;
  const shown = isReview && lastReviewed !== null;
  const reviewed = shown ? toDay(lastReviewed) : null;
  const due = shown && reviewDue !== null ? toDay(reviewDue) : null;
  return { state, reviewed, due, notice: noticeOf(state, reviewed, due) };
}

function noticeOf(state: ReviewView['state'], reviewed: DayView | null, due: DayView | null): ReviewView['notice'] {
  if (state === 'due') {
    return {
      heading: 'The review of this page is overdue',
      text: `${due ? `It was due on ${due.text}. ` : ''}Newer studies may have changed the picture. Please ask a clinician before you rely on it.`,
    };
  }
  if (state === 'changed') {
    return {
      heading: 'Edited since its review',
      text: `${reviewed ? `A clinician reviewed this page on ${reviewed.text}. ` : ''}It has been edited since then, and the edits have not been reviewed yet.`,
    };
  }
  return null;
}
