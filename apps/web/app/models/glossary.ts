import { smarten } from './typography.ts';

import type { GlossaryTerm } from '#app/content/glossary.server.ts';

export interface TermView {
  /** Its anchor on the glossary page. */
  id: string;
  term: string;
  alsoKnownAs: string[];
  definition: string;
}

/** The terms that begin with one letter. */
export interface LetterView {
  letter: string;
  /** Its anchor; holds a dot, which no term's anchor does. */
  id: string;
  terms: TermView[];
}

const order = new Intl.Collator('en-US', { sensitivity: 'base' });

/** The glossary by first letter. Accents do not make a new letter; anything that is no letter stands under `#`. */
export function toGlossary(terms: readonly GlossaryTerm[]): LetterView[] {
  const letters = new Map<string, TermView[]>();
  for (const term of [...terms].sort((a, b) => order.compare(a.term, b.term))) {
    const letter = firstLetter(term.term);
    const view: TermView = {
      id: term.slug,
      term: smarten(term.term),
      alsoKnownAs: term.alsoKnownAs,
      definition: smarten(term.definition),
    };
    const group = letters.get(letter);
    if (group) group.push(view);
    else letters.set(letter, [view]);
  }
  return [...letters].map(([letter, group]) => ({
    letter,
    id: `letter.${letter === '#' ? 'other' : letter.toLowerCase()}`,
    terms: group,
  }));
}

function firstLetter(term: string): string {
  const first = term.normalize('NFD').charAt(0).toUpperCase();
  return /[A-Z]/.test(first) ? first : '#';
}
