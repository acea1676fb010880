import type { Core } from '@strapi/strapi';

import { TEXTS } from '../database/public-tables';
import type { PublicRow } from '../publishing/references';
import type { Transaction } from '../publishing/turn';

import { engineFor, type Engine } from './engine';
import { entryOf } from './entry';
import { Vocabulary } from './vocabulary';

/** Keeps search in step with published articles, within the transaction that publishes them. */
export class SearchIndex {
  private readonly engine: Engine;
  private readonly vocabulary: Vocabulary;

  constructor(
    strapi: Core.Strapi,
    private readonly trx: Transaction,
  ) {
    this.engine = engineFor(strapi);
    this.vocabulary = new Vocabulary(trx);
  }

  /** @param id the article's number in the table of lists */
  async put(id: number, row: PublicRow): Promise<void> {
    const { fields, words, sections } = entryOf(row);
    await this.vocabulary.change(await this.wordsOf(id), words);
    await this.trx(TEXTS)
      .insert({ id, words: words.join(' '), sections: JSON.stringify(sections) })
      .onConflict('id')
      .merge();
    await this.engine.put(this.trx, id, fields);
  }

  async remove(id: number): Promise<void> {
    await this.vocabulary.change(await this.wordsOf(id), []);
    await this.trx(TEXTS).where({ id }).delete();
    await this.engine.remove(this.trx, id);
  }

  private async wordsOf(id: number): Promise<string[]> {
    const row = await this.trx(TEXTS).where({ id }).first<{ words: string } | undefined>('words');
    return row?.words ? row.words.split(' ') : [];
  }
}
