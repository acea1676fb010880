import { randomBytes } from 'node:crypto';

import Database from 'better-sqlite3';

import { stemmed } from '../../../apps/cms/src/search/words.ts';

type Row = Record<string, unknown>;

/** What hangs on an article, and the column that names the article. */
const attached = [
  ['articles_cmps', 'entity_id'],
  ['articles_category_lnk', 'article_id'],
  ['articles_author_lnk', 'article_id'],
  ['articles_reviewer_lnk', 'article_id'],
  ['articles_sources_lnk', 'article_id'],
] as const;

/** One copy has this much of its model's text in the search index, so that no two are found by the same words. */
const KEPT_WORDS = 0.6;

/** Statements of one database, each prepared once. */
class Writer {
  readonly #prepared = new Map<string, Database.Statement>();

  constructor(readonly database: Database.Database) {}

  all(sql: string, ...values: unknown[]): Row[] {
    return this.#statement(sql).all(...values) as Row[];
  }

  run(sql: string, ...values: unknown[]): number | bigint {
    return this.#statement(sql).run(...values).lastInsertRowid;
  }

  /** Inserts a row under a number of its own. */
  insert(table: string, row: Row): number | bigint {
    const names = Object.keys(row).filter((name) => name !== 'id');
    const columns = names.map((name) => `"${name}"`).join();
    return this.run(
      `INSERT INTO "${table}" (${columns}) VALUES (${names.map(() => '?').join()})`,
      ...names.map((name) => row[name]),
    );
  }

  #statement(sql: string): Database.Statement {
    const statement = this.#prepared.get(sql) ?? this.database.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }
}

/** An article of the library, and everything that the database holds of it. */
interface Model {
  rows: Row[];
  belongings: Map<unknown, { table: string; column: string; row: Row }[]>;
  listed: Row;
  change: Row;
  references: Row[];
  finished: Row;
  texts: Row;
  /** Stems by the columns of the search index. */
  stems: { title: string; takeaways: string; headings: string; body: string[] };
}

/**
 * Fills a database up with copies of its articles, drafts and published versions, each with all that hangs on it and follows from it (lists,
 * search, change feed), until so many are published. Written past every CMS, so that the same file serves ours and one as it comes.
 */
export function fillWithArticles(file: string, count: number): void {
  const database = new Database(file);
  // Cut short, the file is worthless anyway.
  database.pragma('journal_mode = MEMORY');
  database.pragma('synchronous = OFF');
  const writer = new Writer(database);
  database.transaction(() => {
    const models = modelsOf(writer);
    let position = Number(writer.all('SELECT max(position) AS position FROM public_changes')[0]?.['position']);
    const copies = new Map<Model, number>();
    for (let i = models.length; i < count; i++) {
      const model = models[i % models.length];
      if (!model) throw new Error('There is no article to copy.');
      copyOf(writer, model, i, ++position);
      copies.set(model, (copies.get(model) ?? 0) + 1);
    }
    for (const [{ texts }, times] of copies) {
      for (const word of String(texts['words']).split(' ')) {
        writer.run('UPDATE public_words SET articles = articles + ? WHERE word = ?', times, word);
      }
    }
  })();
  database.pragma('journal_mode = WAL');
  database.close();
}

function modelsOf(writer: Writer): Model[] {
  const originals = writer.all('SELECT * FROM articles');
  return writer.all('SELECT * FROM public_articles ORDER BY id').map((listed): Model => {
    const documentId = listed['document_id'];
    const one = (sql: string) => writer.all(sql, documentId)[0] ?? {};
    const rows = originals.filter((row) => row['document_id'] === documentId);
    const finished = one(`SELECT * FROM public_documents WHERE type = 'article' AND document_id = ?`);
    const texts = writer.all('SELECT * FROM public_texts WHERE id = ?', listed['id'])[0] ?? {};
    const belongings = rows.map(({ id }) => {
      const own = attached.flatMap(([table, column]) =>
        writer.all(`SELECT * FROM "${table}" WHERE "${column}" = ?`, id).map((row) => ({ table, column, row })),
      );
      return [id, own] as const;
    });
    return {
      rows,
      belongings: new Map(belongings),
      listed,
      finished,
      texts,
      change: one(`SELECT * FROM public_changes WHERE type = 'article' AND document_id = ?`),
      references: writer.all(`SELECT * FROM public_references WHERE type = 'article' AND document_id = ?`, documentId),
      stems: stemsOf(finished, texts),
    };
  });
}

function stemsOf(finished: Row, texts: Row): Model['stems'] {
  const facts = JSON.parse(String(finished['facts'])) as Record<'title' | 'summary' | 'shortAnswer', string> & {
    keyTakeaways: string[];
  };
  const sections = JSON.parse(String(texts['sections'])) as { heading: string | null; text: string }[];
  return {
    title: stemmed(facts.title),
    takeaways: stemmed([facts.summary, facts.shortAnswer, ...facts.keyTakeaways].join('\n')),
    headings: stemmed(sections.map(({ heading }) => heading ?? '').join('\n')),
    body: stemmed(sections.map(({ text }) => text).join('\n')).split(' '),
  };
}

/** Each copy is a minute older than the one before it, so that it has a place of its own in every list. */
function copyOf(writer: Writer, model: Model, i: number, position: number): void {
  const documentId = randomBytes(12).toString('hex');
  const published = Number(model.listed['first_published_at']) - i * 60_000;
  const named = { slug: `copy-${i}`, title: `Copy ${i}: ${String(model.listed['title'])}`.slice(0, 160) };
  const own = { document_id: documentId, ...named };
  let publishedRow: number | bigint = 0;
  for (const row of model.rows) {
    const id = writer.insert('articles', {
      ...row,
      ...own,
      ...(row['first_published_at'] !== null && { first_published_at: published }),
    });
    if (row['published_at'] !== null) publishedRow = id;
    for (const { table, column, row: hanging } of model.belongings.get(row['id']) ?? [])
      writer.insert(table, { ...hanging, [column]: id });
  }
  const listed = writer.insert('public_articles', { ...model.listed, ...own, first_published_at: published });
  const feed = { document_id: documentId, slug: named.slug, row_id: publishedRow, position, published_position: position };
  writer.insert('public_changes', { ...model.change, ...feed });
  for (const row of model.references) writer.insert('public_references', { ...row, document_id: documentId });
  const facts = {
    ...(JSON.parse(String(model.finished['facts'])) as Row),
    documentId,
    ...named,
    firstPublishedAt: new Date(published).toISOString(),
  };
  writer.insert('public_documents', { ...model.finished, document_id: documentId, facts: JSON.stringify(facts) });
  writer.run(
    'INSERT INTO public_texts (id, words, sections) VALUES (?, ?, ?)',
    listed,
    model.texts['words'],
    model.texts['sections'],
  );
  const { title, takeaways, headings, body } = model.stems;
  writer.run(
    'INSERT INTO public_search (rowid, title, takeaways, headings, body) VALUES (?, ?, ?, ?, ?)',
    listed,
    `copi ${i} ${title}`,
    takeaways,
    headings,
    body.filter((_, at) => isKept(i, at)).join(' '),
  );
}

/** A hash of two numbers, so that the same copy has the same words in every run. */
function isKept(i: number, at: number): boolean {
  const mixed = Math.imul(Math.imul(i, 2_654_435_761) ^ at, 2_246_822_519) >>> 0;
  return mixed / 2 ** 32 < KEPT_WORDS;
}
