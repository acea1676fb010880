import type { Article } from '#app/content/articles.server.ts';

/** Whether a clinical review stands behind a text, for copies of it that leave the site. */
export const reviewWords: Record<Article['reviewState'], string> = {
  CURRENT: 'reviewed as it is.',
  DUE: 'reviewed as it is, but the next review is overdue.',
  CHANGED: 'edited since its last review.',
  NONE: 'not reviewed.',
  DEMO: 'none. This is sample content, and its reviewer is invented.',
};
