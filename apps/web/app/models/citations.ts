import { citationIndex, type CitableSource } from '@clinic/types';

/** Ids on an article's page hold a dot, which no anchor made from a heading can. */
export const referenceId = (number: number) => `ref.${number}`;

/** A reference's preview, which its citations open. */
export const referencePreviewId = (number: number) => `preview.${number}`;

/** The reference list itself. */
export const referenceListId = 'ref.list';

/** Where a source is cited. */
export interface BackLink {
  href: string;
  /** The first place is 1. */
  place: number;
}

/** Numbers the citations of one article while its body is read in order. */
export interface CitationCounter {
  /** Registers one more place that cites what a link leads to; null for a link that cites none of the sources. */
  cite: (url: string) => { number: number; id: string } | null;
  /** Every place registered so far that cites a source, in reading order. */
  backLinks: (number: number) => BackLink[];
}

export function countCitations(sources: readonly CitableSource[]): CitationCounter {
  const lookUp = citationIndex(sources);
  const places = new Map<number, number>();
  const idOf = (number: number, place: number) => `cite.${number}.${place}`;
  return {
    cite: (url) => {
      const found = lookUp(url);
      if (!found) return null;
      const place = (places.get(found.number) ?? 0) + 1;
      places.set(found.number, place);
      return { number: found.number, id: idOf(found.number, place) };
    },
    backLinks: (number) =>
      Array.from({ length: places.get(number) ?? 0 }, (_, i) => ({ href: `#${idOf(number, i + 1)}`, place: i + 1 })),
  };
}
