import { randomBytes } from 'node:crypto';

import Database from 'better-sqlite3';

type Row = Record<string, unknown>;

/** What hangs on an article, and the column that names the article. */
const attached = [
  ['articles_cmps', 'entity_id'],
  ['articles_category_lnk', 'article_id'],
  ['articles_author_lnk', 'article_id'],
  ['articles_reviewer_lnk', 'article_id'],
  ['articles_sources_lnk', 'article_id'],
] as const;

/**
 * Fills a database up with copies of its articles, drafts and published versions, each with all that hangs on it, until so many are
 * published. Written past every CMS, so that the same file serves both.
 */
export function fillWithArticles(file: string, count: number): void {
  const database = new Database(file);
  const insert = (table: string, stored: Row) => {
    const row = Object.fromEntries(Object.entries(stored).filter(([column]) => column !== 'id'));
    return database
      .prepare(
        `INSERT INTO "${table}" (${Object.keys(row)
          .map((name) => `"${name}"`)
          .join()}) VALUES (${Object.keys(row)
          .map(() => '?')
          .join()})`,
      )
      .run(...Object.values(row)).lastInsertRowid;
  };
  const originals = database.prepare('SELECT * FROM articles').all() as Row[];
  const documents = [...new Set(originals.map((row) => String(row['document_id'])))];
  const belongings = new Map(
    originals.map(({ id }) => [
      id,
      attached.flatMap(([table, column]) =>
        (database.prepare(`SELECT * FROM "${table}" WHERE "${column}" = ?`).all(id) as Row[]).map((row) => ({
          table,
          column,
          row,
        })),
      ),
    ]),
  );
  database.transaction(() => {
    for (let i = documents.length; i < count; i++) {
      const model = documents[i % documents.length];
      const copy = { document_id: randomBytes(12).toString('hex'), slug: `copy-${i}`, title: `Copy ${i}` };
      for (const original of originals.filter((row) => row['document_id'] === model)) {
        const published = original['first_published_at'];
        const moved = typeof published === 'number' ? { first_published_at: published - i * 60_000 } : {};
        const id = insert('articles', { ...original, ...copy, ...moved });
        for (const { table, column, row } of belongings.get(original['id']) ?? []) insert(table, { ...row, [column]: id });
      }
    }
  })();
  database.close();
}
