import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { administratorOf, serveAdminRoutes, toRead } from '../access/admin-routes';

import { reasonAgainst } from './mark';
import { openRequests, savedBy } from './records';
import type { Colleague } from './whom';

const ARTICLE = 'api::article.article';
const DAY_MS = 86_400_000;

interface Row {
  documentId: string;
  title: string | null;
  reviewDue: string | null;
}

const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** What the home page tells of reviews: what waits for whoever asks, and which articles are due for the next one. */
export function serveReviewHome(strapi: Core.Strapi): void {
  serveAdminRoutes(strapi, [
    { method: 'GET', path: '/home/waiting-reviews', needs: [toRead(ARTICLE)], handler: (ctx) => waiting(strapi, ctx) },
    { method: 'GET', path: '/home/due-reviews', needs: [toRead(ARTICLE)], handler: () => due(strapi) },
  ]);
}

async function waiting(strapi: Core.Strapi, ctx: Context): Promise<unknown> {
  const colleague = administratorOf(ctx) as Colleague;
  const requests = await openRequests();
  const rows = (await strapi.db.query(ARTICLE).findMany({
    where: { publishedAt: null, documentId: { $in: requests.map(({ documentId }) => documentId) } },
    select: ['documentId', 'title'],
  })) as Row[];
  const titles = new Map(rows.map(({ documentId, title }) => [documentId, title]));
  const entries = [];
  for (const { documentId, askedByName, askedAt, note } of requests) {
    if (!titles.has(documentId) || reasonAgainst(colleague, await savedBy(documentId)) !== null) continue;
    entries.push({ documentId, title: titles.get(documentId) ?? 'Untitled', askedByName, askedAt, note });
  }
  return { entries };
}

/** Published articles that are due within 90 days, the soonest first. */
async function due(strapi: Core.Strapi): Promise<unknown> {
  const rows = (await strapi.db.query(ARTICLE).findMany({
    where: { publishedAt: { $notNull: true }, reviewDue: { $notNull: true, $lte: dayIn(90) } },
    orderBy: { reviewDue: 'asc' },
    select: ['documentId', 'title', 'reviewDue'],
    limit: 100,
  })) as Row[];
  const [today, inAMonth] = [dayIn(0), dayIn(30)];
  const within = (from: string | null, to: string) =>
    rows.filter(({ reviewDue }) => reviewDue !== null && (from === null || reviewDue >= from) && reviewDue < to);
  return { overdue: within(null, today), soon: within(today, inAMonth), later: within(inAMonth, dayIn(91)) };
}
