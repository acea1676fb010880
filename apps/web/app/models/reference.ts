import { referenceId, type BackLink, type CitationCounter } from './citations.ts';
import { smarten } from './typography.ts';

import { sourcePath } from '#app/config/paths.ts';
import type { Source } from '#app/content/sources.server.ts';

/** A work as it is cited. */
export interface WorkView {
  authors: string;
  title: string;
  /** Journal, year, volume, issue and pages in one line. */
  published: string;
  year: number;
  design: string;
  /** How many people took part, for example `73 people`. */
  sample: string | null;
  note: string | null;
  toVerify: boolean;
  /** Where to read it: its DOI, else the address given for it, else its record in PubMed. */
  link: { href: string; text: string } | null;
  /** PubMed, where `link` leads elsewhere. */
  pubmed: { href: string; text: string } | null;
}

/** An entry of an article's reference list. */
export interface ReferenceView extends WorkView {
  id: string;
  number: number;
  /** The work's own page, with every article that cites it. */
  href: string;
  /** The places in the article that cite it. */
  backLinks: BackLink[];
}

type StudyDesign = Source['studyDesign'];

const designs: Record<StudyDesign, { one: string; many: string }> = {
  META_ANALYSIS: { one: 'Meta-analysis', many: 'meta-analyses' },
  SYSTEMATIC_REVIEW: { one: 'Systematic review', many: 'systematic reviews' },
  RANDOMIZED_TRIAL: { one: 'Randomized trial', many: 'randomized trials' },
  UNCONTROLLED_TRIAL: { one: 'Uncontrolled trial', many: 'uncontrolled trials' },
  OBSERVATIONAL_STUDY: { one: 'Observational study', many: 'observational studies' },
  QUALITATIVE_STUDY: { one: 'Qualitative study', many: 'qualitative studies' },
  HUMAN_LABORATORY_STUDY: { one: 'Human laboratory study', many: 'human laboratory studies' },
  ANIMAL_OR_CELL_STUDY: { one: 'Animal or cell study', many: 'animal or cell studies' },
  GUIDELINE: { one: 'Guideline', many: 'guidelines' },
  CONSENSUS_STATEMENT: { one: 'Consensus statement', many: 'consensus statements' },
  REGULATORY_DOCUMENT: { one: 'Regulatory document', many: 'regulatory documents' },
  NARRATIVE_REVIEW: { one: 'Narrative review', many: 'narrative reviews' },
  THEORY_OR_COMMENTARY: { one: 'Theory or commentary', many: 'works of theory or commentary' },
  HISTORICAL_WORK: { one: 'Historical work', many: 'historical works' },
  BOOK: { one: 'Book', many: 'books' },
};

export function toWork(source: Source): WorkView {
  const { doi, url, pmid, sampleSize } = source;
  const pubmed = pmid ? { href: `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(pmid)}/`, text: `PubMed ${pmid}` } : null;
  const read = doi ? { href: doiHref(doi), text: `doi:${doi}` } : webLink(url);
  return {
    authors: endSentence(source.authors),
    title: endSentence(smarten(source.title)),
    published: publication(source),
    year: source.year,
    design: designs[source.studyDesign].one,
    sample: sampleSize === null ? null : `${sampleSize.toLocaleString('en-US')} ${sampleSize === 1 ? 'person' : 'people'}`,
    note: source.note && smarten(source.note),
    toVerify: source.toVerify,
    link: read ?? pubmed,
    pubmed: read ? pubmed : null,
  };
}

export function toReferences(sources: readonly Source[], backLinks: CitationCounter['backLinks']): ReferenceView[] {
  return sources.map((source, i) => ({
    ...toWork(source),
    id: referenceId(i + 1),
    number: i + 1,
    href: sourcePath(source),
    backLinks: backLinks(i + 1),
  }));
}

/** How many works of one kind an article rests on. */
export interface DesignCount {
  count: number;
  /** Reads on after the number, for example `randomized trials`. */
  kind: string;
}

/** What kinds of work an article rests on, in the order of the contract. */
export function countDesigns(sources: readonly Pick<Source, 'studyDesign'>[]): DesignCount[] {
  return (Object.keys(designs) as StudyDesign[]).flatMap((design) => {
    const count = sources.filter(({ studyDesign }) => studyDesign === design).length;
    if (count === 0) return [];
    const { one, many } = designs[design];
    return [{ count, kind: count === 1 ? lowerFirst(one) : many }];
  });
}

/** Slashes stay readable; everything that would end or change the address is escaped. */
export function doiHref(doi: string): string {
  return `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}`;
}

function webLink(url: string | null): WorkView['link'] {
  if (!url || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  return { href: url, text: new URL(url).hostname.replace(/^www\./, '') };
}

function publication({ journal, year, volume, issue, pages }: Source): string {
  const place = [volume, issue && `(${issue})`].filter(Boolean).join('');
  const where = [place, pages].filter(Boolean).join(':');
  return `${[journal, where ? `${year};${where}` : String(year)].filter(Boolean).join(' ')}.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function endSentence(text: string): string {
  return /[.?!…]["”’)]*$/u.test(text) ? text : `${text}.`;
}
