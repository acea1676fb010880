const SHORTEST = 4;
const LONGEST = 30;

/** Whether a word is long enough for one wrong letter to be noticed, and short enough to be a word. */
export function isCorrectable(word: string): boolean {
  return word.length >= SHORTEST && word.length <= LONGEST && !/\d/.test(word);
}

/**
 * A word and what is left of it without any one letter. Two words with at most one typing error between them (a letter too much, one too
 * few, a wrong one, two swapped) have one of these in common, which turns looking for similar words into looking up equal ones.
 */
export function variantsOf(word: string): string[] {
  return [...new Set([word, ...Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1))])];
}

/** Whether one typing error leads from one word to the other. */
export function isOneTypoAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short === long || long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (long.length > short.length) return short.slice(i) === long.slice(i + 1);
  const isSwapped = short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2);
  return isSwapped || short.slice(i + 1) === long.slice(i + 1);
}
