import BetterSqlite3 from 'better-sqlite3';

import { halvesIn } from '../../support/consistency.ts';

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

  /** Everything that was done by half, or is broken. */
  async halves(): Promise<string[]> {
    const integrity = this.database.pragma('integrity_check', { simple: true });
    const halves = await halvesIn((sql) => this.all(sql), 'SQLite');
    return integrity === 'ok' ? halves : [`integrity_check: ${String(integrity)}`, ...halves];
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
