import { WORDS, WORD_VARIANTS } from '../database/public-tables';
import type { Transaction } from '../publishing/turn';

import { isCorrectable, isOneTypoAway, variantsOf } from './near-words';
import { stemOf } from './words';

const PART = 500;
const MOST_COMPLETIONS = 30;

/** The words that published articles consist of, and in how many of them each occurs. */
export class Vocabulary {
  constructor(private readonly trx: Transaction) {}

  /** An article's words changed. */
  async change(before: readonly string[], now: readonly string[]): Promise<void> {
    const [had, has] = [new Set(before), new Set(now)];
    await this.add(now.filter((word) => !had.has(word)));
    await this.remove(before.filter((word) => !has.has(word)));
  }

  private async add(words: string[]): Promise<void> {
    for (const part of inParts(words)) {
      const known = new Set(await this.trx(WORDS).whereIn('word', part).pluck<string[]>('word'));
      await this.trx(WORDS)
        .whereIn('word', [...known])
        .increment('articles', 1);
      const added = part.filter((word) => !known.has(word));
      if (added.length === 0) continue;
      await this.trx(WORDS).insert(added.map((word) => ({ word, stem: stemOf(word), articles: 1 })));
      const variants = added.filter(isCorrectable).flatMap((word) => variantsOf(word).map((variant) => ({ variant, word })));
      for (const some of inParts(variants)) await this.trx(WORD_VARIANTS).insert(some);
    }
  }

  private async remove(words: string[]): Promise<void> {
    for (const part of inParts(words)) {
      await this.trx(WORDS).whereIn('word', part).decrement('articles', 1);
      const gone = await this.trx(WORDS).whereIn('word', part).where('articles', '<=', 0).pluck<string[]>('word');
      for (const word of gone) {
        if (isCorrectable(word)) await this.trx(WORD_VARIANTS).whereIn('variant', variantsOf(word)).where({ word }).delete();
      }
      await this.trx(WORDS).whereIn('word', gone).delete();
    }
  }

  /** Whether a word occurs, in any form. */
  async knows(word: string): Promise<boolean> {
    return (
      (await this.trx(WORDS)
        .where({ word })
        .orWhere({ stem: stemOf(word) })
        .first('word')) !== undefined
    );
  }

  /** The most frequent words that begin so. */
  async beginningWith(prefix: string): Promise<string[]> {
    return this.trx(WORDS)
      .where('word', '>=', prefix)
      .where('word', '<', `${prefix}\u{10ffff}`)
      .orderBy([{ column: 'articles', order: 'desc' }, { column: 'word' }])
      .limit(MOST_COMPLETIONS)
      .pluck<string[]>('word');
  }

  /** The most frequent word that one typing error leads to, or null. */
  async near(word: string): Promise<string | null> {
    if (!isCorrectable(word)) return null;
    const rows = await this.trx(WORD_VARIANTS)
      .join(WORDS, `${WORDS}.word`, `${WORD_VARIANTS}.word`)
      .whereIn('variant', variantsOf(word))
      .distinct<{ word: string; articles: number }[]>(`${WORDS}.word`, 'articles')
      .orderBy([{ column: 'articles', order: 'desc' }, { column: `${WORDS}.word` }]);
    return rows.find((row) => isOneTypoAway(word, row.word))?.word ?? null;
  }
}

function inParts<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / PART) }, (_, i) => all.slice(i * PART, (i + 1) * PART));
}
