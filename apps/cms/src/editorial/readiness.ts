import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import * as v from 'valibot';

import { env } from '../env';
import { findDead } from '../publishing/dead-paths';
import type { Transaction } from '../publishing/turn';

const ARTICLE = 'api::article.article';
const READ = 'plugin::content-manager.explorer.read';

const asked = v.object({
  documentId: v.nullable(v.pipe(v.string(), v.maxLength(40))),
  paths: v.pipe(v.array(v.pipe(v.string(), v.maxLength(2048))), v.maxLength(500)),
  sources: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(200)),
});

interface Ability {
  can: (action: string, subject: string) => boolean;
}

const identity = { select: ['id', 'documentId'] };
const citable = { select: ['id', 'documentId', 'citationKey', 'doi'] };

/**
 * Tells the admin what a form does not hold and the rules of publishing ask for: what the saved draft refers to, how the sources that were
 * just chosen are cited, which addresses lead nowhere, and the words that the clinic avoids.
 */
export function serveReadiness(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'admin',
    routes: [
      {
        method: 'POST',
        path: '/readiness',
        handler: (ctx: Context) => answer(strapi, ctx),
        info: { type: 'admin' },
        config: { policies: ['admin::isAuthenticatedAdmin'] },
      },
    ],
  });
}

async function answer(strapi: Core.Strapi, ctx: Context): Promise<unknown> {
  const { userAbility } = ctx.state as { userAbility: Ability };
  if (!userAbility.can(READ, ARTICLE)) throw new errors.ForbiddenError();
  const question = v.safeParse(asked, ctx.request.body);
  if (!question.success) throw new errors.ValidationError('Ask for a document, paths and sources.');
  const { documentId, paths, sources } = question.output;
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
