import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import * as v from 'valibot';

import { administratorOf, bodyOf, demand, nameOf, serveAdminRoutes, toRead, toUpdate } from '../access/admin-routes';

import { createLink, findLink, openLinks, revokeLink, type PreviewLink } from './links';
import { previewedType, reviewerAddress } from './tokens';

const DAY_MS = 86_400_000;
const MOST_DAYS = 30;

const wanted = v.object({
  model: v.string(),
  documentId: v.pipe(v.string(), v.regex(/^[a-z0-9]{8,40}$/)),
  label: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(80)), ''),
  days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_DAYS)), 7),
});

function typeOf(model: string): PreviewLink['type'] {
  const type = previewedType(model);
  if (type === null) throw new errors.NotFoundError('There is no preview of this.');
  return type;
}

const shown = (link: PreviewLink) => ({ ...link, url: reviewerAddress(link) });

const uidOf = ({ type }: PreviewLink) => `api::${type}.${type}`;

/** Lets editors hand out links to a draft for colleagues without an account, see which are open, and take them back. */
export function servePreviewLinks(strapi: Core.Strapi): void {
  const needs = 'in the handler';
  serveAdminRoutes(strapi, [
    { method: 'GET', path: '/preview-links/:model/:documentId', needs, handler: list },
    { method: 'POST', path: '/preview-links', needs, handler: create },
    { method: 'DELETE', path: '/preview-links/:id', needs, handler: revoke },
  ]);
}

async function list(ctx: Context): Promise<unknown> {
  const { model, documentId } = ctx['params'] as { model: string; documentId: string };
  const type = typeOf(model);
  demand(ctx, toRead(model));
  return { links: (await openLinks(type, documentId)).map(shown) };
}

async function create(ctx: Context): Promise<unknown> {
  const { model, documentId, label, days } = bodyOf(
    ctx,
    wanted,
    `A link is good for 1 to ${MOST_DAYS} days and has a name of at most 80 characters.`,
  );
  const type = typeOf(model);
  demand(ctx, toUpdate(model));
  const exists: unknown = await strapi.db.query(model).findOne({ where: { documentId } as never });
  if (!exists) throw new errors.NotFoundError('Save the entry first.');
  const link = await createLink({
    type,
    documentId,
    label,
    expiresAt: new Date(Date.now() + days * DAY_MS).toISOString(),
    createdByName: nameOf(administratorOf(ctx)),
  });
  return shown(link);
}

async function revoke(ctx: Context): Promise<unknown> {
  const link = await findLink(Number((ctx['params'] as { id: string }).id));
  if (!link) throw new errors.NotFoundError('There is no such link.');
  demand(ctx, toUpdate(uidOf(link)));
  await revokeLink(link.id);
  return { revoked: true };
}
