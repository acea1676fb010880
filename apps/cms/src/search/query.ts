import type { Term } from './engine';
import { nameAt, type Names } from './synonyms';
import type { Vocabulary } from './vocabulary';
import { isFrequent, stemOf, wordsOf, type Word } from './words';

const MOST_WORDS = 12;
/** From this length on, a word that is known also stands for those that begin with it. */
const LONG = 5;
/** From this length on, a word that is not known may be the beginning of one. */
const BEGINNING = 2;

/** What somebody looks for, worked out. */
export interface Question {
  terms: Term[];
  /** The question with a typing error put right, or null if none was found. */
  corrected: string | null;
}

/** Works out what a text asks for: synonyms, forms of words, beginnings of words, and one typing error in a word that nobody wrote. */
export async function understand(
  text: string,
  vocabulary: Pick<Vocabulary, 'knows' | 'beginningWith' | 'near'>,
  synonyms: readonly Names[],
): Promise<Question> {
  const all = wordsOf(text).slice(0, MOST_WORDS);
  const telling = all.filter(({ word }) => !isFrequent(word));
  const words = telling.length > 0 ? telling : all;
  const stems = words.map(({ stem }) => stem);
  const terms: Term[] = [];
  const corrections: (Word & { by: string })[] = [];
  for (let i = 0; i < words.length;) {
    const name = nameAt(stems, i, synonyms);
    const word = words[i];
    if (!word) break;
    if (name) {
      terms.push({ forms: name.names });
      i += name.length;
      continue;
    }
    const { stemsFound, correction } = await formsOf(word, vocabulary);
    if (correction !== null) corrections.push({ ...word, by: correction });
    const renamed = correction === null ? null : nameAt([stemOf(correction)], 0, synonyms);
    terms.push({ forms: [...stemsFound.map((stem) => [stem]), ...(renamed?.names ?? [])] });
    i++;
  }
  return { terms, corrected: corrections.length === 0 ? null : correct(text, corrections) };
}

async function formsOf(
  { word, stem }: Word,
  vocabulary: Pick<Vocabulary, 'knows' | 'beginningWith' | 'near'>,
): Promise<{ stemsFound: string[]; correction: string | null }> {
  const isKnown = await vocabulary.knows(word);
  const completions = word.length >= (isKnown ? LONG : BEGINNING) ? await vocabulary.beginningWith(word) : [];
  const correction = isKnown || completions.length > 0 ? null : await vocabulary.near(word);
  const found = [word, ...completions, ...(correction === null ? [] : [correction])].map(stemOf);
  return { stemsFound: [...new Set([stem, ...found])], correction };
}

function correct(text: string, corrections: readonly (Word & { by: string })[]): string {
  let corrected = text;
  for (const { start, end, by } of [...corrections].reverse()) corrected = corrected.slice(0, start) + by + corrected.slice(end);
  return corrected;
}
