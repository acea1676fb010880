import { toBody, type StoredBlock } from '../contract/body';
import type { PublicRow } from '../publishing/references';

import { sectionsOf, type Section } from './sections';
import { stemmed, wordsOf } from './words';

/** What is longer is an address or a mistake, and nobody looks for it by its beginning. */
const LONGEST_WORD = 40;

/** The parts of an article by their weight in a search, as stems. */
export interface Fields {
  title: string;
  takeaways: string;
  headings: string;
  body: string;
}

/** Everything that search keeps of an article. */
export interface Entry {
  fields: Fields;
  /** Its words as they are written, each once. */
  words: string[];
  sections: Section[];
}

/** What search keeps of a published article. */
export function entryOf(row: PublicRow): Entry {
  const takeaways = ((row['keyTakeaways'] ?? []) as { text: string }[]).map(({ text }) => text);
  const sections = sectionsOf(toBody(row['body'] as StoredBlock[]));
  const texts = {
    title: String(row['title']),
    takeaways: [row['summary'], row['shortAnswer'], ...takeaways].join('\n'),
    headings: sections.map(({ heading }) => heading ?? '').join('\n'),
    body: sections.map(({ text }) => text).join('\n'),
  };
  const all = Object.values(texts).join('\n');
  return {
    fields: {
      title: stemmed(texts.title),
      takeaways: stemmed(texts.takeaways),
      headings: stemmed(texts.headings),
      body: stemmed(texts.body),
    },
    words: [...new Set(wordsOf(all).flatMap(({ word }) => (word.length <= LONGEST_WORD ? [word] : [])))],
    sections,
  };
}
