import { smarten } from './typography.ts';

import { glossaryTermPath } from '#app/config/paths.ts';
import type { GlossaryTerm } from '#app/content/glossary.server.ts';

export interface TermView {
  /** Its anchor on the glossary page. */
  id: string;
  /** Its own page. */
  href: string;
  term: string;
  alsoKnownAs: string[];
  definition: string;
}

export interface TermPageView extends TermView {
  previous: TermView | null;
  next: TermView | null;
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
  for (const term of sorted(terms)) {
    const letter = firstLetter(term.term);
    const view = toTerm(term);
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

/** A term on its own page, between its neighbors in the glossary; null if the glossary has none at that address. */
export function toTermPage(terms: readonly GlossaryTerm[], slug: string): TermPageView | null {
  const all = sorted(terms);
  const place = all.findIndex((term) => term.slug === slug);
  const [previous, found, next] = [all[place - 1], all[place], all[place + 1]];
  return found ? { ...toTerm(found), previous: previous ? toTerm(previous) : null, next: next ? toTerm(next) : null } : null;
}

function sorted(terms: readonly GlossaryTerm[]): GlossaryTerm[] {
  return [...terms].sort((a, b) => order.compare(a.term, b.term));
}

function toTerm(term: GlossaryTerm): TermView {
  return {
    id: term.slug,
    href: glossaryTermPath(term),
    term: smarten(term.term),
    alsoKnownAs: term.alsoKnownAs.map((name) => smarten(name)),
    definition: smarten(term.definition),
  };
}

function firstLetter(term: string): string {
  const first = term.normalize('NFD').charAt(0).toUpperCase();
  return /[A-Z]/.test(first) ? first : '#';
}
