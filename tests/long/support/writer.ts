import { ARTICLE, articleData, type Shelf } from '../../support/content.ts';
import type { CallAdmin } from '../../support/strapi.ts';

/** What an article looks like: to its editor, and to visitors. */
export interface State {
  title: string;
  slug: string;
  isPublic: boolean;
}

/** What a writer knows of one article. */
export interface Known {
  documentId: string | null;
  /** As the CMS last acknowledged it; null if it does not exist. */
  now: State | null;
  /** Addresses at which visitors have found it. */
  wasAt: Set<string>;
}

/** A write that was sent: what the article becomes, if it is done. */
interface Intent {
  article: Known;
  becomes: State | null;
}

const articles = `/content-manager/collection-types/${ARTICLE}`;
const ARTICLES_EACH = 8;

/**
 * Somebody who publishes, moves, withdraws and deletes articles of their own, one write at a time, and keeps a record of what was
 * acknowledged. Killed in between, at most one write is open: it was done, or it was not, and nothing else.
 */
export class Writer {
  readonly articles: Known[] = Array.from({ length: ARTICLES_EACH }, () => ({ documentId: null, now: null, wasAt: new Set() }));
  acknowledged = 0;
  refused = 0;
  open: Intent | null = null;
  private count = 0;

  constructor(
    private readonly name: string,
    private readonly shelf: Shelf,
  ) {}

  /** Writes until the CMS is gone. */
  async writeUntilGone(admin: CallAdmin): Promise<void> {
    for (;;) {
      const intent = this.next();
      this.open = intent;
      let answer: Awaited<ReturnType<CallAdmin>>;
      try {
        answer = await this.send(admin, intent);
      } catch {
        return;
      }
      // Too busy to read the request, or to do it in time: nothing may have been done, as the next examination shows.
      if (answer.status === 408 || answer.status >= 500) {
        this.refused++;
        this.open = null;
        continue;
      }
      if (answer.status >= 300) throw new Error(`The CMS answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      this.done(intent, (answer.body as { data?: { documentId?: string } }).data?.documentId);
      this.acknowledged++;
    }
  }

  /** An open write turned out to be done. */
  done({ article, becomes }: Intent, documentId?: string): void {
    article.documentId = becomes === null ? null : (article.documentId ?? documentId ?? null);
    article.now = becomes;
    if (becomes === null) article.wasAt.clear();
    else if (becomes.isPublic) article.wasAt.add(becomes.slug);
    this.open = null;
  }

  private next(): Intent {
    const article = this.articles[Math.floor(Math.random() * this.articles.length)];
    if (!article) throw new Error('A writer needs articles.');
    const number = ++this.count;
    const title = `${this.name} ${number}`;
    const slug = `${this.name}-${number}`;
    if (!article.now) return { article, becomes: { title, slug, isPublic: true } };
    const chance = Math.random();
    if (chance < 0.1) return { article, becomes: null };
    if (chance < 0.25 && article.now.isPublic) return { article, becomes: { ...article.now, isPublic: false } };
    return { article, becomes: { title, slug: chance < 0.5 ? slug : article.now.slug, isPublic: true } };
  }

  private send(admin: CallAdmin, { article: { documentId }, becomes }: Intent): ReturnType<CallAdmin> {
    if (documentId === null) return admin('POST', `${articles}/actions/publish`, this.fields(becomes));
    if (becomes === null) return admin('DELETE', `${articles}/${documentId}`);
    if (!becomes.isPublic) return admin('POST', `${articles}/${documentId}/actions/unpublish`, {});
    return admin('POST', `${articles}/${documentId}/actions/publish`, { title: becomes.title, slug: becomes.slug });
  }

  private fields(becomes: State | null): Record<string, unknown> {
    return articleData(this.shelf, { title: becomes?.title, slug: becomes?.slug });
  }
}
