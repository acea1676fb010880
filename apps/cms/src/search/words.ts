import { stemmer } from 'stemmer';

/** A word of a text: as it is compared, its stem, and where it stands. */
export interface Word {
  word: string;
  stem: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;

const stems = new Map<string, string>();
const MOST_STEMS = 50_000;

/** Without case, accents and a possessive ending: `Clinic’s` and `clinic` are one word. */
function plain(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/['’]/g, '');
}

/** What the forms of one word have in common; remembered, since a language has few words. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemmer(word);
  if (stems.size >= MOST_STEMS) stems.clear();
  stems.set(word, stem);
  return stem;
}

/** The words of a text, in order. Parts of a hyphenated word are words. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const word = plain(match[0]);
    return word === '' ? [] : [{ word, stem: stemOf(word), start: match.index, end: match.index + match[0].length }];
  });
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
