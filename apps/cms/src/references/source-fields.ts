import { doiIn } from './doi';
import type { Name, Work } from './work';

/** The fields of a source that a reference fills. What it does not say is absent. */
export interface SourceFields {
  citationKey?: string;
  title?: string;
  authors?: string;
  journal?: string;
  year?: number;
  volume?: string;
  issue?: string;
  pages?: string;
  doi?: string;
  pmid?: string;
  url?: string;
  studyDesign?: 'book';
}

/** So many authors are named; of more, the first three “et al.”, as PubMed does it. */
const MOST_AUTHORS = 6;
const NAMED_OF_MANY = 3;

/** A work as the fields of a source: authors as in PubMed, pages with a dash, a DOI without its address. */
export function sourceFields(work: Work): SourceFields {
  const doi = doiIn(work.DOI ?? '') ?? doiIn(work.URL ?? '');
  const year = Number(work.issued?.['date-parts']?.[0]?.[0]);
  const url = plain(work.URL);
  const fields: Record<keyof SourceFields, string | number | undefined> = {
    citationKey: undefined,
    title: cut(plain(work.title), 600),
    authors: authorsOf(work),
    journal: cut(plain(work['container-title']) || plain(work.publisher), 300),
    year: Number.isInteger(year) && year >= 1500 && year <= 2200 ? year : undefined,
    volume: cut(plain(work.volume), 40),
    issue: cut(plain(work.issue), 40),
    pages: cut(pagesOf(work), 60),
    doi: doi ?? undefined,
    pmid: /^(\d{1,9})$/.exec(plain(work.PMID))?.[1] ?? /\bPMID:?\s*(\d{1,9})\b/i.exec(plain(work.note))?.[1],
    // With a DOI there is no need for an address that may move.
    url: doi === null && /^https?:\/\/\S+$/.test(url) && url.length <= 500 ? url : undefined,
    studyDesign: work.type === 'book' || work.type === 'monograph' ? 'book' : undefined,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
}

/**
 * The start of a citation key as this library makes them: three letters of the first author and two digits of the year, “ZAR06”. Particles
 * count with their initials (“van der Hart” is VDH), and so do the words of a body’s name (WHO22).
 */
export function keyFor(name: Name, year: number): string {
  const family = plain(name.family ?? name.literal ?? name.name);
  const isBody = name.family === undefined || name.given === undefined;
  const words = isBody ? family.split(' ').filter((word) => /^\p{Lu}/u.test(word)) : [];
  const initialsOf = (all: string[]) => all.map((word) => word.charAt(0)).join('');
  const letters = words.length > 1 ? initialsOf(words) : `${initialsOf(particles(name).split(' '))}${family}`;
  const plainLetters = letters
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toUpperCase();
  return `${(plainLetters === '' ? 'REF' : plainLetters).slice(0, 3)}${String(year % 100).padStart(2, '0')}`;
}

const particles = (name: Name): string => plain([name['dropping-particle'], name['non-dropping-particle']].join(' '));

/** Whoever the work is by: its authors, or those who edited it. */
export const creatorsOf = ({ author, editor }: Work) => (author && author.length > 0 ? author : (editor ?? []));

function authorsOf(work: Work): string {
  const names = creatorsOf(work)
    .map((one) => {
      const { family, given, suffix, literal, name } = one;
      if (family === undefined) return plain(literal ?? name ?? given);
      return [particles(one), plain(family), initials(plain(given)), plain(suffix).replace(/\.$/, '')].filter(Boolean).join(' ');
    })
    .filter(Boolean);
  const isMany = names.length > MOST_AUTHORS;
  const shown = isMany ? names.slice(0, NAMED_OF_MANY) : names;
  return cut([...shown, ...(isMany ? ['et al.'] : [])].join(', '), 500);
}

const initials = (given: string): string =>
  given
    .split(/[\s.-]+/)
    .map((part) => (/^\p{Lu}{2,3}$/u.test(part) ? part : (/\p{L}/u.exec(part)?.[0] ?? '').toUpperCase()))
    .join('');

function pagesOf(work: Work): string {
  const pages = plain(work.page) || plain(work['article-number']);
  return pages.replace(/\s*[-‐‑‒–—]+\s*/g, '–');
}

/** Words without the markup and the line breaks that publishers leave in them. */
function plain(value: string | number | undefined): string {
  return String(value ?? '')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);
