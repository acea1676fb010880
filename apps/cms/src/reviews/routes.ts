import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import * as v from 'valibot';

import { administratorOf, bodyOf, serveAdminRoutes, toRead, toUpdate } from '../access/admin-routes';
import { env } from '../env';

import { checklist } from './checklist';
import { readDraft, standingNow } from './draft';
import { changedBetween } from './fingerprint';
import { askForReview, markReviewed, reasonAgainst } from './mark';
import { openRequest, reviewsOf, savedBy } from './records';
import { isClinicalReviewer, type Colleague } from './whom';

const ARTICLE = 'api::article.article';

const identifier = v.pipe(v.string(), v.regex(/^[a-z0-9]{8,40}$/));
const words = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2_000)), '');
const marking = v.object({
  documentId: identifier,
  hash: v.pipe(v.string(), v.maxLength(64)),
  note: words,
  checklist: v.pipe(v.array(v.pipe(v.string(), v.maxLength(20))), v.maxLength(20)),
});
const asking = v.object({ documentId: identifier, note: words });

const colleagueOf = (ctx: Context) => administratorOf(ctx) as Colleague;

/** What the panel beside an article asks and does: where it stands, asking for a review, marking it as reviewed. */
export function serveReviews(
  strapi: Core.Strapi,
  onAsked: (asked: { title: string; by: Colleague; note: string; documentId: string }) => void,
): void {
  serveAdminRoutes(strapi, [
    { method: 'GET', path: '/reviews/:documentId', needs: [toRead(ARTICLE)], handler: (ctx) => tell(strapi, ctx) },
    {
      method: 'POST',
      path: '/reviews',
      needs: [toRead(ARTICLE)],
      handler: async (ctx) => {
        const wanted = bodyOf(
          ctx,
          marking,
          'A review names the article, confirms the list and has a note of at most 2,000 letters.',
        );
        await markReviewed(strapi, colleagueOf(ctx), wanted);
        return { marked: true };
      },
    },
    {
      method: 'POST',
      path: '/reviews/requests',
      needs: [toUpdate(ARTICLE)],
      handler: async (ctx) => {
        const wanted = bodyOf(ctx, asking, 'Say which article, with a note of at most 2,000 letters.');
        const by = colleagueOf(ctx);
        const { title } = await askForReview(strapi, by, wanted);
        onAsked({ title, by, ...wanted });
        return { asked: true };
      },
    },
  ]);
}

async function tell(strapi: Core.Strapi, ctx: Context): Promise<unknown> {
  const { documentId } = ctx['params'] as { documentId: string };
  const draft = await readDraft(strapi, documentId);
  if (!draft) throw new errors.NotFoundError('There is no such article.');
  const { fingerprint } = draft;
  const { state, lastReviewed, reviewDue, valid, latest } = await standingNow(documentId, fingerprint);
  const savers = await savedBy(documentId);
  const request = await openRequest(documentId);
  const colleague = colleagueOf(ctx);
  return {
    isRequired: env().REVIEW_REQUIRED,
    state,
    lastReviewed,
    reviewDue,
    hash: fingerprint.hash,
    isValid: valid !== null,
    changed: latest && !valid ? changedBetween(latest.fields, fingerprint.fields) : [],
    savers: savers.map(({ name }) => name),
    request: request && { by: request.askedByName, at: request.askedAt, note: request.note },
    reviews: (await reviewsOf(documentId)).map(({ id, reviewerName, reviewedAt, note, demo }) => ({
      id,
      reviewerName,
      reviewedAt,
      note,
      demo,
    })),
    checklist,
    isReviewer: isClinicalReviewer(colleague),
    against: reasonAgainst(colleague, savers),
  };
}
