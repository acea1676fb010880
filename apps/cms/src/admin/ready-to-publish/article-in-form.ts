import type { CitableSource } from '@clinic/types';

import type { ReviewedArticle } from '../../editorial/rules/article';
import type { Fields } from '../../editorial/rules/fields';

/** Something another entry refers to, as Strapi names it. */
interface Referred {
  id: number;
  documentId: string;
}

type Source = Referred & CitableSource;

/** What the CMS knows and the form does not hold. */
export interface Saved {
  category?: Referred | null;
  author?: Referred | null;
  reviewer?: Referred | null;
  sources?: Source[];
}

/** How a form keeps a relation: not as it is, but as what changed since the last save. */
interface Changes {
  connect?: { id: number; apiData?: { documentId?: string }; documentId?: string }[];
  disconnect?: { id: number }[];
}

const changesOf = (values: Fields, field: string): Changes => values[field] ?? {};

/** The documents that were chosen since the last save. */
export function chosenSince(values: Fields, field: string): string[] {
  return (changesOf(values, field).connect ?? []).flatMap(({ apiData, documentId }) => apiData?.documentId ?? documentId ?? []);
}

function one(values: Fields, field: 'category' | 'author' | 'reviewer', saved: Saved): unknown {
  const { connect = [], disconnect = [] } = changesOf(values, field);
  if (connect.length > 0) return connect.at(-1);
  const before = saved[field];
  return before && !disconnect.some(({ id }) => id === before.id) ? before : null;
}

function sourcesOf(values: Fields, saved: Saved, known: Source[]): Source[] {
  const { disconnect = [] } = changesOf(values, 'sources');
  const chosen = new Set(chosenSince(values, 'sources'));
  const kept = (saved.sources ?? []).filter(
    ({ id, documentId }) => !chosen.has(documentId) && !disconnect.some((gone) => gone.id === id),
  );
  return [...kept, ...known.filter(({ documentId }) => chosen.has(documentId))];
}

/** The article as it would be saved now, as far as the rules look at it. */
export function articleInForm(values: Fields, saved: Saved, known: Source[]): ReviewedArticle {
  return {
    ...values,
    category: one(values, 'category', saved),
    author: one(values, 'author', saved),
    reviewer: one(values, 'reviewer', saved),
    sources: sourcesOf(values, saved, known),
  };
}
