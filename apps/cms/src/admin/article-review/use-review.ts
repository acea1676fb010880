import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

import type { ReviewState } from '../../reviews/standing';

/** Where an article stands, as the CMS tells it. */
export interface Review {
  isRequired: boolean;
  state: ReviewState;
  lastReviewed: string | null;
  reviewDue: string | null;
  hash: string;
  isValid: boolean;
  changed: string[];
  savers: string[];
  request: { by: string; at: string; note: string } | null;
  reviews: { id: number; reviewerName: string; reviewedAt: string; note: string; demo: boolean }[];
  checklist: { key: string; words: string }[];
  isReviewer: boolean;
  /** Why whoever looks may not review it; null if they may. */
  against: string | null;
}

/** The review of an article, read again after every save. */
export function useReview(documentId: string, version: string): { review: Review | null; reload: () => Promise<void> } {
  const { get } = useFetchClient();
  const [review, setReview] = useState<Review | null>(null);
  const reload = useCallback(async () => {
    const { data } = await get<Review>(`/reviews/${documentId}`);
    setReview(data);
  }, [get, documentId]);
  useEffect(() => {
    // Signed out or offline: what was last known stays.
    reload().catch(() => undefined);
  }, [reload, version]);
  return { review, reload };
}
