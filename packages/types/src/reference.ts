import type { CitableSource } from './citations.js';

/** What a reference says about a work; the contract's `Source` has all of it. */
export interface ReferenceSource extends CitableSource {
  authors: string;
  title: string;
  journal: string | null;
  year: number;
  volume: string | null;
  issue: string | null;
  pages: string | null;
  pmid: string | null;
  url: string | null;
}

/** Where a work can be read: its DOI, else the address given for it, else its record in PubMed; null if none is known. */
export function sourceUrl({ doi, url, pmid }: Pick<ReferenceSource, 'doi' | 'url' | 'pmid'>): string | null {
  if (doi) return `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}`;
  if (url) return url;
  return pmid ? `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(pmid)}/` : null;
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/**
 * A work as a reference list names it, without its address: authors, title, journal, year, volume, issue and pages in the order that medical
 * journals use. For example `Zarate CA et al. A randomized trial. Arch Gen Psychiatry. 2006;63(8):856-864.`
 */
export function referenceText({ authors, title, journal, year, volume, issue, pages }: ReferenceSource): string {
  const place = `${volume ?? ''}${issue ? `(${issue})` : ''}`;
  const published = `${year}${place ? `;${place}` : ''}${pages ? `:${pages}` : ''}`;
  return [authors, title, journal, published]
    .filter((part) => part !== null && part !== '')
    .map((part) => sentence(part ?? ''))
    .join(' ');
}
