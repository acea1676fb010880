import { ARTICLES } from '../database/public-tables';
import type { Transaction } from '../publishing/turn';

import type { Engine, Hits, Term, Window } from './engine';
import type { Fields } from './entry';
import { countByCategory, inCategory } from './matching';

const TABLE = 'public_search';
/** Body, headings, takeaways, title: the order that PostgreSQL wants. */
const WEIGHTS = '{0.08, 0.25, 0.5, 1.0}';

const lexeme = (stem: string) => `'${stem.replaceAll("'", "''")}'`;

function expression(terms: Term[], mode: 'all' | 'any'): string {
  return terms
    .map(({ forms }) => `(${forms.map((form) => `(${form.map(lexeme).join(' <-> ')})`).join(' | ')})`)
    .join(mode === 'all' ? ' & ' : ' | ');
}

/** Full text in PostgreSQL: a vector of weighted stems with an inverted index. */
export class PostgresEngine implements Engine {
  async create(knex: Transaction): Promise<void> {
    await knex.raw(`CREATE TABLE IF NOT EXISTS ${TABLE} (id integer PRIMARY KEY, stems tsvector NOT NULL)`);
    await knex.raw(`CREATE INDEX IF NOT EXISTS public_search_stems ON ${TABLE} USING gin (stems)`);
  }

  async drop(knex: Transaction): Promise<void> {
    await knex.raw(`DROP TABLE IF EXISTS ${TABLE}`);
  }

  async put(trx: Transaction, id: number, { title, takeaways, headings, body }: Fields): Promise<void> {
    const weighted = ['A', 'B', 'C', 'D'].map((weight) => `setweight(to_tsvector('simple', ?), '${weight}')`).join(' || ');
    await trx.raw(
      `INSERT INTO ${TABLE} (id, stems) VALUES (?, ${weighted}) ON CONFLICT (id) DO UPDATE SET stems = EXCLUDED.stems`,
      [id, title, takeaways, headings, body],
    );
  }

  async remove(trx: Transaction, id: number): Promise<void> {
    await trx(TABLE).where({ id }).delete();
  }

  async match(trx: Transaction, terms: Term[], mode: 'all' | 'any', { categoryId, start, limit }: Window): Promise<Hits> {
    const wanted = expression(terms, mode);
    const matching = () => trx(TABLE).join(ARTICLES, `${ARTICLES}.id`, `${TABLE}.id`).whereRaw('stems @@ ?::tsquery', [wanted]);
    const rows = await matching()
      .where(inCategory(categoryId))
      .select<{ id: number }[]>(`${ARTICLES}.id`)
      .orderByRaw(`ts_rank(?::float4[], stems, ?::tsquery, 1) DESC, ${ARTICLES}.first_published_at DESC, ${ARTICLES}.id`, [
        WEIGHTS,
        wanted,
      ])
      .limit(limit)
      .offset(start);
    return { ids: rows.map(({ id }) => id), counts: await countByCategory(matching()) };
  }
}
