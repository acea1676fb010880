import type { Core } from '@strapi/strapi';

import { readDraft, refreshDraft } from './draft';
import { keepReview } from './records';

/** Keeps a review that never took place, marked as such, so that an article of the demo library can be published again as it is. */
export async function keepDemoReview(strapi: Core.Strapi, documentId: string, reviewerName: string): Promise<void> {
  const draft = await readDraft(strapi, documentId);
  if (!draft) return;
  await keepReview({
    documentId,
    ...draft.fingerprint,
    reviewerId: null,
    reviewerName,
    reviewedAt: new Date().toISOString(),
    dueOn: null,
    note: 'Sample content: no review has taken place.',
    checklist: [],
    demo: true,
  });
  await refreshDraft(strapi, documentId);
}
