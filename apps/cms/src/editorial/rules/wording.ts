import type { StoredNode } from '../../contract/rich-text';

import type { Fields } from './fields';
import { perNode } from './per-node';
import type { Problem } from './problem';
import { wordsOf } from './rich-text';
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

interface Use extends Pick<AvoidedWord, 'word' | 'because'> {
  found: string;
}

function usesIn(words: string, avoided: AvoidedWord[]): Use[] {
  return avoided.flatMap(({ word, because, pattern }) => {
    const found = pattern.exec(words)?.[0];
    return found === undefined ? [] : [{ word, because, found }];
  });
}

const usesInNode = perNode((avoided: AvoidedWord[]) => perNode((node: StoredNode) => usesIn(wordsOf(node), avoided)));

/** Where an article uses words that the clinic avoids; each word once for each field. */
export function wordingProblems(article: Fields, avoided: AvoidedWord[]): Problem[] {
  if (avoided.length === 0) return [];
  const seen = new Set<string>();
  const inNode = usesInNode(avoided);
  return passagesOf(article).flatMap(({ path, words, node }) =>
    (node ? inNode(node) : usesIn(words, avoided)).flatMap(({ word, because, found }) => {
      const key = `${path.join('.')} ${word}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ path, message: `“${found}” is a word to avoid${because === null ? '' : `: ${because}`}.`.replace(/\.\.$/, '.') }];
    }),
  );
}
