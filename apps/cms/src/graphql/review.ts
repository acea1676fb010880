import type { Article } from './articles';

/**
 * Whether a clinical review stands behind an article. A reviewer's name alone is none: a review is a record of its own, and as long as there
 * are no records the answer is that there was none.
 */
export function reviewStateOf({ reviewer }: Article): 'NONE' | 'DEMO' {
  return reviewer?.['demo'] === true ? 'DEMO' : 'NONE';
}
