import { smarten } from './typography.ts';

import { glossaryTermPath } from '#app/config/paths.ts';
import type { GlossaryTerm } from '#app/content/glossary.server.ts';

/** A glossary term that an article uses, with its definition. */
export interface TermNote {
  /** Its anchor on the article's page; holds a dot, which no anchor made from a heading does. */
  id: string;
  term: string;
  definition: string;
  /** Its place in the glossary. */
  href: string;
}

/** A stretch of text, and the term it is if it is one. */
export interface MarkedText {
  text: string;
  note: TermNote | null;
}

/** Finds the glossary's terms in a text that is read in order. */
export interface TermMarker {
  /** Cuts a text where it uses a term for the first time; every term is found once at most. */
  mark: (text: string) => MarkedText[];
  /** Every term found so far, in the order of the text. */
  found: () => TermNote[];
}

/** Terms are told by their name or another name they go by, in the singular or with a final s; never inside a longer word. */
export function markTerms(terms: readonly GlossaryTerm[]): TermMarker {
  const names = nameIndex(terms);
  const pattern = patternOf([...names.keys()]);
  const found = new Map<string, TermNote>();

  const mark = (text: string): MarkedText[] => {
    if (!pattern) return [{ text, note: null }];
    const parts: MarkedText[] = [];
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      const [words, name = words] = match;
      const entry = names.get(name.toLowerCase());
      if (!entry || !isMeant(name, entry.spelling) || found.has(entry.note.id)) continue;
      found.set(entry.note.id, entry.note);
      if (match.index > end) parts.push({ text: text.slice(end, match.index), note: null });
      parts.push({ text: words, note: entry.note });
      end = match.index + words.length;
    }
    if (end < text.length || parts.length === 0) parts.push({ text: text.slice(end), note: null });
    return parts;
  };
  return { mark, found: () => [...found.values()] };
}

interface Named {
  spelling: string;
  note: TermNote;
}

function nameIndex(terms: readonly GlossaryTerm[]): Map<string, Named> {
  const names = new Map<string, Named>();
  for (const term of terms) {
    const note: TermNote = {
      id: `term.${term.slug}`,
      term: smarten(term.term),
      definition: smarten(term.definition),
      href: glossaryTermPath(term),
    };
    for (const spelling of [term.term, ...term.alsoKnownAs].map((name) => smarten(name.trim()))) {
      const key = spelling.toLowerCase();
      if (key !== '' && !names.has(key)) names.set(key, { spelling, note });
    }
  }
  return names;
}

/** An abbreviation is only meant where it is written as one: `ACT`, not `act`. */
function isMeant(written: string, spelling: string): boolean {
  return spelling === spelling.toUpperCase() ? written === spelling : true;
}

/** Longer names first, so that `treatment-resistant depression` is not taken for `depression`. */
function patternOf(names: readonly string[]): RegExp | null {
  if (names.length === 0) return null;
  const alternatives = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('|');
  return new RegExp(String.raw`(?<![\p{L}\p{N}-])(${alternatives})s?(?![\p{L}\p{N}-])`, 'giu');
}
