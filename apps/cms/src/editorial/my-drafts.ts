import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { administratorOf, serveAdminRoutes, toRead } from '../access/admin-routes';

const ARTICLE = 'api::article.article';
/** So many are shown; whoever has more finds them in the list of articles. */
const MOST_SHOWN = 10;
/** So many of those saved last are looked through for what is not published as it stands. */
const MOST_SEEN = 200;

interface Row {
  documentId: string;
  title: string | null;
  updatedAt: string;
}

/** Tells the home page which drafts whoever asks began or saved last and are not published as they stand, the newest first. */
export function serveMyDrafts(strapi: Core.Strapi): void {
  serveAdminRoutes(strapi, [
    { method: 'GET', path: '/home/my-drafts', needs: [toRead(ARTICLE)], handler: (ctx) => answer(strapi, ctx) },
  ]);
}

async function answer(strapi: Core.Strapi, ctx: Context): Promise<unknown> {
  const { id } = administratorOf(ctx);
  const articles = strapi.db.query(ARTICLE);
  const drafts = (await articles.findMany({
    where: { publishedAt: null, $or: [{ createdBy: id }, { updatedBy: id }] } as never,
    select: ['documentId', 'title', 'updatedAt'],
    orderBy: { updatedAt: 'desc' },
    limit: MOST_SEEN,
  })) as Row[];
  const published = (await articles.findMany({
    where: { publishedAt: { $notNull: true }, documentId: { $in: drafts.map(({ documentId }) => documentId) } },
    select: ['documentId', 'updatedAt'],
  })) as Row[];
  const publishedAsOf = new Map(published.map(({ documentId, updatedAt }) => [documentId, Date.parse(updatedAt)]));
  // The same comparison by which Strapi calls an article “modified”.
  const open = drafts.filter(({ documentId, updatedAt }) => Date.parse(updatedAt) > (publishedAsOf.get(documentId) ?? 0));
  return {
    entries: open.slice(0, MOST_SHOWN).map(({ documentId, title, updatedAt }) => ({
      documentId,
      title: title ?? 'Untitled',
      savedAt: updatedAt,
      isPublished: publishedAsOf.has(documentId),
    })),
    hasMore: open.length > MOST_SHOWN,
  };
}
