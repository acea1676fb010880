import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';

import { demand, may, serveAdminRoutes, toRead, type Permission } from '../access/admin-routes';
import { kindOf } from '../publishing/kinds';
import type { Transaction } from '../publishing/turn';

import { describeUses, type Uses } from './describe';
import { usedDocument, usedRow, type Used } from './users';

const FILE = 'plugin::upload.file';
const READ_FILES: Permission = ['plugin::upload.read'];
const FILES_A_PAGE = 24;

interface StoredFile {
  documentId: string;
  name: string;
  hash: string;
  ext: string | null;
  mime: string;
  url: string;
  size: number;
  formats: { thumbnail?: { url: string } } | null;
}

/** Tells editors on which pages something is used, before they change or delete it. */
export function serveUses(strapi: Core.Strapi): void {
  serveAdminRoutes(strapi, [
    { method: 'GET', path: '/uses/:uid/:documentId', needs: 'in the handler', handler: (ctx) => usesOf(strapi, ctx) },
    { method: 'GET', path: '/files-in-use', needs: [READ_FILES], handler: (ctx) => filesInUse(strapi, ctx) },
  ]);
}

/** Where something is used, as far as whoever asks may read what uses it. */
async function tell(strapi: Core.Strapi, ctx: Context, used: Used): Promise<Uses> {
  return strapi.db.transaction(({ trx }: { trx: Transaction }) =>
    describeUses(strapi, trx, used, (uid) => may(ctx, toRead(uid))),
  );
}

async function usesOf(strapi: Core.Strapi, ctx: Context): Promise<Uses> {
  const { uid, documentId } = ctx['params'] as { uid: string; documentId: string };
  const kind = kindOf(uid);
  if (kind === null) throw new errors.NotFoundError('This is used nowhere.');
  demand(ctx, kind === 'media' ? READ_FILES : toRead(uid));
  const used = await usedDocument(strapi, kind, documentId);
  if (!used) throw new errors.NotFoundError('There is no such entry.');
  return tell(strapi, ctx, used);
}

async function filesInUse(strapi: Core.Strapi, ctx: Context) {
  const page = Math.max(1, Math.trunc(Number(ctx.query['page'])) || 1);
  const name = typeof ctx.query['name'] === 'string' ? ctx.query['name'].trim().slice(0, 100) : '';
  const where = (name === '' ? {} : { name: { $containsi: name } }) as never;
  const [files, total] = await strapi.db.query(FILE).findWithCount({
    where,
    orderBy: { createdAt: 'desc' },
    offset: (page - 1) * FILES_A_PAGE,
    limit: FILES_A_PAGE,
  });
  const shown = [];
  for (const file of files as StoredFile[]) {
    const { documentId, mime, size, url, formats } = file;
    const picture = mime.startsWith('image/') ? (formats?.thumbnail?.url ?? url) : null;
    shown.push({ documentId, name: file.name, size, picture, ...(await tell(strapi, ctx, usedRow('media', file))) });
  }
  return { files: shown, pages: Math.max(1, Math.ceil(total / FILES_A_PAGE)), total };
}
