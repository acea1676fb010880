import { describe, expect, it } from 'vitest';

import { toReview } from './review.ts';

const dates = { lastReviewed: '2026-02-01', reviewDue: '2027-02-01' };

describe('what a page says about its review', () => {
  it('is both days, and no warning, while it is current', () => {
    expect(toReview({ reviewState: 'CURRENT', ...dates })).toEqual({
      state: 'current',
      reviewed: { iso: '2026-02-01', text: 'February 1, 2026' },
      due: { iso: '2027-02-01', text: 'February 1, 2027' },
      notice: null,
    });
  });

  it('warns when the next one is overdue', () => {
    const { notice } = toReview({ reviewState: 'DUE', ...dates });
    expect(notice?.heading).toBe('The review of this page is overdue');
    expect(notice?.text).toContain('It was due on February 1, 2027.');
  });

  it('warns of edits that nobody reviewed', () => {
    const { notice } = toReview({ reviewState: 'CHANGED', ...dates });
    expect(notice?.text).toContain('reviewed this page on February 1, 2026. It has been edited since then');
  });

  it.each(['NONE', 'DEMO'] as const)('claims nothing for %s, even if a day is given', (reviewState) => {
    expect(toReview({ reviewState, ...dates })).toMatchObject({ reviewed: null, due: null, notice: null });
  });

  it('claims nothing without a day', () => {
    expect(toReview({ reviewState: 'CURRENT', lastReviewed: null, reviewDue: null })).toMatchObject({
      state: 'none',
      reviewed: null,
    });
  });
});
