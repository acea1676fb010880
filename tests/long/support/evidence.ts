import BetterSqlite3 from 'better-sqlite3';

import type { Known, State, Writer } from './writer.ts';

interface Row {
  documentId: string;
  title: string;
  slug: string;
}

/** The database as it was left, read without the CMS, which would put things right at its start. */
export class Evidence {
  private readonly database: BetterSqlite3.Database;

  constructor(file: string) {
    this.database = new BetterSqlite3(file);
  }

  close(): void {
    this.database.close();
  }

  private all<T>(sql: string): T[] {
    return this.database.prepare(sql).all() as T[];
  }

  /** Everything that is in one place and not in the other: nothing, if each write was done whole or not at all. */
  halves(): string[] {
    const integrity = this.database.pragma('integrity_check', { simple: true });
    const published = `SELECT document_id, slug FROM articles WHERE published_at IS NOT NULL`;
    const pairs: [what: string, one: string, other: string][] = [
      [
        'articles and the feed',
        'SELECT document_id, slug, id FROM articles WHERE published_at IS NOT NULL',
        "SELECT document_id, slug, row_id FROM public_changes WHERE type = 'article' AND is_live",
      ],
      ['articles and lists', published, 'SELECT document_id, slug FROM public_articles'],
      ['lists and texts', 'SELECT id FROM public_articles', 'SELECT id FROM public_texts'],
      ['lists and search', 'SELECT id FROM public_articles', 'SELECT rowid FROM public_search'],
      [
        'articles and references',
        'SELECT document_id FROM articles WHERE published_at IS NOT NULL',
        "SELECT DISTINCT document_id FROM public_references WHERE type = 'article'",
      ],
      [
        'redirects and the feed',
        'SELECT document_id, "from" FROM redirects',
        "SELECT document_id, slug FROM public_changes WHERE type = 'redirect' AND is_live",
      ],
    ];
    const problems = integrity === 'ok' ? [] : [`integrity_check: ${String(integrity)}`];
    for (const [what, one, other] of pairs) {
      for (const [left, right] of [
        [one, other],
        [other, one],
      ]) {
        const rest = this.all<object>(`${left} EXCEPT ${right}`);
        if (rest.length > 0) problems.push(`${what}: ${JSON.stringify(rest)}`);
      }
    }
    return problems;
  }

  /**
   * What is not as it was acknowledged. A write that was open when the CMS was killed may have been done; the writer learns whether it was.
   */
  losses(writer: Writer): string[] {
    const drafts = this.all<Row>('SELECT document_id AS documentId, title, slug FROM articles WHERE published_at IS NULL');
    const live = this.all<Row>('SELECT document_id AS documentId, title, slug FROM articles WHERE published_at IS NOT NULL');
    const redirects = new Set(this.all<{ from: string }>('SELECT "from" FROM redirects').map(({ from }) => from));
    const find = (rows: Row[], { documentId }: Known, slug?: string) =>
      rows.find((row) => (documentId === null ? row.slug === slug : row.documentId === documentId));
    const isAs = (article: Known, state: State | null): boolean => {
      const [draft, published] = [find(drafts, article, state?.slug), find(live, article, state?.slug)];
      if (state === null) return draft === undefined && published === undefined;
      const shown = (row: Row | undefined) => row?.title === state.title && row.slug === state.slug;
      return shown(draft) && (state.isPublic ? shown(published) : published === undefined);
    };

    const { open } = writer;
    if (open) {
      const isDone = isAs(open.article, open.becomes);
      const isUndone =
        open.article.documentId === null ? !find(drafts, open.article, open.becomes?.slug) : isAs(open.article, open.article.now);
      if (!isDone && !isUndone) return [`half done: ${JSON.stringify([open.article.now, open.becomes])}`];
      if (isDone) writer.done(open, find(drafts, open.article, open.becomes?.slug)?.documentId);
      writer.open = null;
    }
    return writer.articles.flatMap((article) => {
      if (article.documentId === null) return [];
      const problems = isAs(article, article.now) ? [] : [`lost: ${JSON.stringify(article.now)}`];
      for (const slug of article.wasAt) {
        const stands = article.now?.isPublic && article.now.slug === slug;
        if (!stands && !redirects.has(`/articles/${slug}`)) problems.push(`no redirect from ${slug}`);
      }
      return problems;
    });
  }

  /** Every public article, as a copy of the feed should have it. */
  published(): Map<string, string> {
    const rows = this.all<Row>('SELECT document_id AS documentId, title, slug FROM articles WHERE published_at IS NOT NULL');
    return new Map(rows.map(({ documentId, title, slug }) => [documentId, `${slug} ${title}`]));
  }

  /** How many documents are public in all, by the feed. */
  live(): number {
    return this.all<{ live: number }>('SELECT count(*) AS live FROM public_changes WHERE is_live')[0]?.live ?? 0;
  }
}
