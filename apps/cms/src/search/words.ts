import { stemmer } from 'stemmer';

/** A word of a text: as it is compared, its stem, and where it stands. */
export interface Word {
  word: string;
  stem: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;

/** Without case, accents and a possessive ending: `Clinic’s` and `clinic` are one word. */
function plain(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/['’]/g, '');
}

/** What the forms of one word have in common. */
export const stemOf = stemmer;

type Compared = Pick<Word, 'word' | 'stem'>;

/** A language has few words, and texts write each in few ways. */
const compared = new Map<string, Compared>();
const MOST_COMPARED = 50_000;

function compare(written: string): Compared {
  const known = compared.get(written);
  if (known) return known;
  const word = ownText(plain(written));
  const one = { word, stem: stemOf(word) };
  if (compared.size >= MOST_COMPARED) compared.clear();
  compared.set(ownText(written), one);
  return one;
}

/** A copy: a part of a text holds the whole of it in memory. */
function ownText(part: string): string {
  return Buffer.from(part).toString();
}

/** The words of a text, in order. Parts of a hyphenated word are words. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: written, index: start } of text.matchAll(WORD)) {
    const { word, stem } = compare(written);
    if (word !== '') words.push({ word, stem, start, end: start + written.length });
  }
  return words;
}

/** The stems of a text, as the index keeps them. */
export function stemmed(text: string): string {
  return wordsOf(text)
    .map(({ stem }) => stem)
    .join(' ');
}

const FREQUENT = new Set(
  (
    'a about am an and any are as at be been but by can could did do does for from had has have how i if in is it its me my no not of on or ' +
    'our should so than that the their them then there these they this to was we were what when where which who why will with would you your'
  ).split(' '),
);

/** Whether a word is in nearly every text, so that it tells nothing. */
export function isFrequent(word: string): boolean {
  return FREQUENT.has(word);
}
