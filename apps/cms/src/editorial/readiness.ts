import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import * as v from 'valibot';

import { bodyOf, serveAdminRoutes, toRead } from '../access/admin-routes';
import { env } from '../env';
import { findDead } from '../publishing/dead-paths';
import type { Transaction } from '../publishing/turn';

const ARTICLE = 'api::article.article';

const asked = v.object({
  documentId: v.nullable(v.pipe(v.string(), v.maxLength(40))),
  paths: v.pipe(v.array(v.pipe(v.string(), v.maxLength(2048))), v.maxLength(500)),
  sources: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(200)),
});

const identity = { select: ['id', 'documentId'] };
const citable = { select: ['id', 'documentId', 'citationKey', 'doi'] };

/**
 * Tells the admin what a form does not hold and the rules of publishing ask for: what the saved draft refers to, how the sources that were
 * just chosen are cited, which addresses lead nowhere, and the words that the clinic avoids.
 */
export function serveReadiness(strapi: Core.Strapi): void {
  serveAdminRoutes(strapi, [
    { method: 'POST', path: '/readiness', needs: [toRead(ARTICLE)], handler: (ctx) => answer(strapi, ctx) },
  ]);
}

async function answer(strapi: Core.Strapi, ctx: Context): Promise<unknown> {
  const { documentId, paths, sources } = bodyOf(ctx, asked, 'Ask for a document, paths and sources.');
  const draft: unknown =
    documentId === null
      ? null
      : await strapi.db.query(ARTICLE).findOne({
          where: { documentId, publishedAt: null },
          select: ['id'],
          populate: { category: identity, author: identity, reviewer: identity, sources: citable },
        });
  const chosen: unknown = await strapi.db
    .query('api::source.source')
    .findMany({ where: { documentId: { $in: sources } }, ...citable });
  const clinic = (await strapi.db
    .query('api::clinic.clinic')
    .findOne({ where: { publishedAt: null }, select: ['wordsToAvoid'] })) as { wordsToAvoid: string | null } | null;
  const dead = await strapi.db.transaction(({ trx }: { trx: Transaction }) => findDead(trx, paths));
  return { siteOrigin: env().SITE_URL, dead: [...dead], wordsToAvoid: clinic?.wordsToAvoid ?? '', saved: draft, sources: chosen };
}
