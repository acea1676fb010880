import { wordsOf } from './words';

/** The names of one thing, each as a sequence of stems. */
export type Names = string[][];

interface StoredTerm {
  term: string;
  alsoKnownAs: string | null;
}

/** Glossary terms with the names that count as the same: "KAP" and "ketamine-assisted psychotherapy". */
export function synonymsFrom(terms: readonly StoredTerm[]): Names[] {
  return terms
    .map(({ term, alsoKnownAs }) =>
      [term, ...(alsoKnownAs ?? '').split('\n')]
        .map((name) => wordsOf(name).map(({ stem }) => stem))
        .filter((name) => name.length > 0),
    )
    .filter((names) => names.length > 1);
}

/** The longest name that begins at a place in a sequence of stems, and everything that the thing is called. */
export function nameAt(
  stems: readonly string[],
  at: number,
  synonyms: readonly Names[],
): { length: number; names: Names } | null {
  let found: { length: number; names: Names } | null = null;
  for (const names of synonyms) {
    for (const name of names) {
      const isHere = name.every((stem, i) => stems[at + i] === stem);
      if (isHere && name.length > (found?.length ?? 0)) found = { length: name.length, names };
    }
  }
  return found;
}
