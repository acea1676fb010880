import type { Fields } from './fields';
import type { Problem } from './problem';
import { passagesOf } from './text';

/** A word or phrase that the clinic does not want to use, and what it says about it. */
export interface AvoidedWord {
  word: string;
  because: string | null;
  pattern: RegExp;
}

/**
 * Reads the clinic's list: one word or phrase a line, `*` for any ending, and after a colon why, or what to say instead.
 * `guarantee*: we cannot promise a result`
 */
export function readAvoidedWords(list: string | null | undefined): AvoidedWord[] {
  return (list ?? '').split('\n').flatMap((line) => {
    const [first = '', ...rest] = line.split(':');
    const word = first.trim();
    if (!/\p{L}/u.test(word)) return [];
    const because = rest.join(':').trim();
    const body = word
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '[\\p{L}]*')
      .replace(/['’]/g, "['’]")
      .replace(/\s+/g, '\\s+');
    return [
      {
        word: word.replace(/\*/g, '…'),
        because: because === '' ? null : because,
        pattern: new RegExp(`(?<![\\p{L}\\p{N}-])${body}(?![\\p{L}\\p{N}-])`, 'iu'),
      },
    ];
  });
}

/** Where an article uses words that the clinic avoids; each word once for each field. */
export function wordingProblems(article: Fields, avoided: AvoidedWord[]): Problem[] {
  if (avoided.length === 0) return [];
  const seen = new Set<string>();
  return passagesOf(article).flatMap(({ path, words }) =>
    avoided.flatMap(({ word, because, pattern }) => {
      const found = pattern.exec(words)?.[0];
      const key = `${path.join('.')} ${word}`;
      if (found === undefined || seen.has(key)) return [];
      seen.add(key);
      return [{ path, message: `“${found}” is a word to avoid${because === null ? '' : `: ${because}`}.`.replace(/\.\.$/, '.') }];
    }),
  );
}
