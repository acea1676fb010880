import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import * as v from 'valibot';

import { bearerToken, hasSiteToken, isSiteToken } from '../access/site-token';
import { env } from '../env';

import { previewedVersion } from './draft';
import type { Grant } from './grant';
import { askPreview } from './schema';
import { grantOf, renewed } from './tokens';

interface Router {
  post: (path: string, handler: (ctx: Context) => Promise<void>) => void;
}

const asked = v.object({
  token: v.pipe(v.string(), v.maxLength(2_000)),
  query: v.optional(v.pipe(v.string(), v.maxLength(20_000))),
  variables: v.optional(v.record(v.string(), v.unknown()), {}),
});

/**
 * The one way by which a draft leaves the CMS: the site shows a token that the CMS signed, and gets that one document in the shape of the
 * public contract. Where the site has a token of its own, it has to show that as well.
 */
export function servePreviews(strapi: Core.Strapi): void {
  const router = strapi.server.router as unknown as Router;
  router.post('/preview/document', (ctx) =>
    withGrant(ctx, async (grant, { query, variables }) => {
      if (query === undefined) return { about: about(grant), version: await previewedVersion(grant) };
      const { data, errors } = await askPreview(grant, query, variables);
      if (errors) {
        strapi.log.error(`A preview could not be put together: ${errors[0]?.message ?? ''}`);
        ctx.status = 500;
        return { error: 'The preview could not be put together.' };
      }
      return { data, about: about(grant), version: await previewedVersion(grant) };
    }),
  );
  router.post('/preview/state', (ctx) =>
    withGrant(ctx, async (grant) => ({ version: await previewedVersion(grant), renewed: await renewed(grant) })),
  );
}

function about({ type, documentId, version, holder, expires }: Grant) {
  return { type, documentId, version, for: holder.kind, expires, editedAt: env().CMS_URL };
}

async function withGrant(
  ctx: Context,
  answer: (grant: Grant, question: v.InferOutput<typeof asked>) => Promise<object>,
): Promise<void> {
  ctx.set('Cache-Control', 'no-store');
  const question = v.safeParse(asked, ctx.request.body);
  const grant = isSite(ctx.get('authorization')) && question.success ? await grantOf(question.output.token) : null;
  if (!grant || !question.success) {
    // A forged token, one that is over and one that was revoked look the same.
    ctx.status = 404;
    ctx.body = { error: 'There is no such preview.' };
    return;
  }
  ctx.body = await answer(grant, question.output);
}

function isSite(authorization: string): boolean {
  return !hasSiteToken() || isSiteToken(bearerToken(authorization) ?? '');
}
