import { ARTICLES } from '../database/public-tables';
import type { Transaction } from '../publishing/turn';

import type { Engine, Hits, Term, Window } from './engine';
import type { Fields } from './entry';
import { countByCategory, inCategory } from './matching';

const TABLE = 'public_search';
/** Title, takeaways, headings, body. */
const WEIGHTS = '12, 6, 3, 1';

const quoted = (form: string[]) => `"${form.join(' ').replaceAll('"', '""')}"`;

function expression(terms: Term[], mode: 'all' | 'any'): string {
  return terms.map(({ forms }) => `(${forms.map(quoted).join(' OR ')})`).join(mode === 'all' ? ' AND ' : ' OR ');
}

/** Full text in SQLite: an FTS5 table that keeps the index but not the text. */
export class SqliteEngine implements Engine {
  async create(knex: Transaction): Promise<void> {
    await knex.raw(
      `CREATE VIRTUAL TABLE IF NOT EXISTS ${TABLE} USING fts5
       (title, takeaways, headings, body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')`,
    );
  }

  async drop(knex: Transaction): Promise<void> {
    await knex.raw(`DROP TABLE IF EXISTS ${TABLE}`);
  }

  async put(trx: Transaction, id: number, { title, takeaways, headings, body }: Fields): Promise<void> {
    await this.remove(trx, id);
    await trx(TABLE).insert({ rowid: id, title, takeaways, headings, body });
  }

  async remove(trx: Transaction, id: number): Promise<void> {
    await trx(TABLE).where({ rowid: id }).delete();
  }

  async match(trx: Transaction, terms: Term[], mode: 'all' | 'any', { categoryId, start, limit }: Window): Promise<Hits> {
    const matching = () =>
      trx(TABLE)
        .join(ARTICLES, `${ARTICLES}.id`, `${TABLE}.rowid`)
        .whereRaw(`${TABLE} MATCH ?`, [expression(terms, mode)]);
    const rows = await matching()
      .where(inCategory(categoryId))
      .select<{ id: number }[]>(`${ARTICLES}.id`)
      .orderByRaw(`bm25(${TABLE}, ${WEIGHTS}), ${ARTICLES}.first_published_at DESC, ${ARTICLES}.id`)
      .limit(limit)
      .offset(start);
    return { ids: rows.map(({ id }) => id), counts: await countByCategory(matching()) };
  }
}
