import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import * as v from 'valibot';

import { bodyOf, may, serveAdminRoutes, toRead, toUpdate, type Permission } from '../access/admin-routes';

import { askCrossref } from './crossref';
import { freeKey, knownSource, type ReferenceAnswer } from './known';
import { readReference } from './parse';
import { creatorsOf, keyFor, sourceFields } from './source-fields';

const SOURCE = 'api::source.source';
const toCreate: Permission = ['plugin::content-manager.explorer.create', SOURCE];

const asked = v.object({
  text: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(30_000)),
  /** The source that is being edited; null if it is a new one. */
  documentId: v.nullable(v.pipe(v.string(), v.maxLength(40))),
});

/** Reads references for whoever adds or corrects sources. */
export function serveReferences(strapi: Core.Strapi): void {
  serveAdminRoutes(strapi, [
    { method: 'POST', path: '/references', needs: [toRead(SOURCE)], handler: (ctx) => answer(strapi, ctx) },
  ]);
}

async function answer(strapi: Core.Strapi, ctx: Context): Promise<ReferenceAnswer> {
  if (!may(ctx, toCreate) && !may(ctx, toUpdate(SOURCE))) throw new errors.ForbiddenError('Your role does not allow this.');
  const { text, documentId } = bodyOf(ctx, asked, 'Paste one reference of at most 30,000 letters.');
  const pasted = readReference(text);
  // Nobody outside is asked for a work that is already here.
  const known = 'doi' in pasted ? await knownSource(strapi, pasted, undefined, documentId) : null;
  if (known) return { known, fields: {}, isRetracted: false };
  const work = 'doi' in pasted ? await askCrossref(pasted.doi) : pasted.work;
  const fields = sourceFields(work);
  const key = work['citation-key'];
  const isRetracted = (work['updated-by'] ?? []).some(({ type }) => type === 'retraction');
  const [first] = creatorsOf(work);
  if (first && fields.year !== undefined) fields.citationKey = await freeKey(strapi, keyFor(first, fields.year));
  return {
    known: await knownSource(strapi, fields, key === undefined ? undefined : String(key), documentId),
    fields,
    isRetracted,
  };
}
