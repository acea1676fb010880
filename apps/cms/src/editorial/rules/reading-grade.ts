import { countWords } from '@clinic/types';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

import type { StoredNode } from '../../contract/rich-text';

import type { Fields } from './fields';
import { perNode } from './per-node';
import type { Problem } from './problem';
import { wordsOf } from './rich-text';
import { sectionsOf } from './structure';

/** How hard a section is to read, as the school grade (US) at which it is understood. */
export interface SectionGrade {
  heading: string | null;
  path: Problem['path'];
  grade: number;
}

type Counts = Record<'sentence' | 'word' | 'syllable', number>;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
/** Fewer words than these say nothing about how a text reads. */
const FEWEST_WORDS = 40;
const HARD = 11;

function count(words: string): Counts {
  return { sentence: Math.max(1, [...sentences.segment(words)].length), word: countWords(words), syllable: syllable(words) };
}

const countsOfNode = perNode((node: StoredNode) => count(wordsOf(node)));

/** The reading grade of each section that is long enough to have one. */
export function readingGrades(article: Fields): SectionGrade[] {
  return sectionsOf(article).flatMap(({ heading, path, passages }) => {
    const total: Counts = { sentence: 0, word: 0, syllable: 0 };
    for (const passage of passages) {
      const { sentence, word, syllable: syllables } = passage.node ? countsOfNode(passage.node) : count(passage.words);
      total.sentence += sentence;
      total.word += word;
      total.syllable += syllables;
    }
    return total.word < FEWEST_WORDS ? [] : [{ heading, path, grade: Math.max(1, Math.round(fleschKincaid(total))) }];
  });
}

/** Sections that many readers would not follow. */
export function gradeProblems(article: Fields): Problem[] {
  return readingGrades(article)
    .filter(({ grade }) => grade >= HARD)
    .map(({ heading, path, grade }) => ({
      path,
      message: `The section “${heading ?? 'Opening'}” reads at grade ${grade}. Shorter sentences and everyday words help.`,
    }));
}
