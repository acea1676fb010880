import type { Core } from '@strapi/strapi';

import { bodyPopulate } from '../contract/body';
import { REFERENCES } from '../database/public-tables';
import { env } from '../env';

import { kinds, type Kind, type Ref } from './kinds';
import { referencesOf, type PublicRow, type Reference } from './references';
import type { Transaction } from './turn';

/** What visitors can read of a document at this moment. */
export interface Snapshot {
  row: PublicRow;
  /** Changes whenever the public version does, even when somebody writes past the document service. */
  version: number;
  slug: string | null;
  references: Reference[];
}

const id = { select: ['documentId'] };

/** What has to be populated to review a document and to work out what it refers to. */
export const reviewPopulate: Partial<Record<Kind, unknown>> = {
  article: {
    category: id,
    author: id,
    reviewer: id,
    sources: { select: ['documentId', 'citationKey', 'doi'] },
    cover: true,
    keyTakeaways: true,
    body: bodyPopulate,
    seo: { populate: { shareImage: true } },
  },
  clinic: { hours: true, closures: true, services: true, crisisContacts: true },
  contributor: { portrait: true },
};

/**
 * Reads the public version of a document, or null if visitors cannot see it.
 * @param complete may still write to the row before its references are worked out
 */
export async function readPublic(
  strapi: Core.Strapi,
  trx: Transaction,
  { type, documentId }: Ref,
  complete: (row: PublicRow) => Promise<void>,
): Promise<Snapshot | null> {
  const { uid, hasDrafts, onlyIfUsed } = kinds[type];
  if (onlyIfUsed && !(await isUsed(trx, { type, documentId }))) return null;
  const row = (await strapi.db.query(uid).findOne({
    where: { documentId, ...(hasDrafts && { publishedAt: { $notNull: true } }) },
    populate: reviewPopulate[type] ?? [],
  })) as PublicRow | null;
  if (!row) return null;
  await complete(row);
  return {
    row,
    version: versionOf(row, hasDrafts),
    slug: slugOf(type, row),
    references: referencesOf(type, uid, row, env().SITE_URL),
  };
}

async function isUsed(trx: Transaction, { type, documentId }: Ref): Promise<boolean> {
  return (await trx(REFERENCES).where({ target_type: type, target: documentId }).first('type')) !== undefined;
}

function versionOf(row: PublicRow, hasDrafts: boolean): number {
  return new Date(row[hasDrafts ? 'publishedAt' : 'updatedAt'] as string).getTime();
}

/** What names a document in its address: for a file, its name. */
function slugOf(type: Kind, row: PublicRow): string | null {
  const { key } = kinds[type];
  if (key === null) return null;
  const value = String(row[key.attribute]);
  return type === 'media' ? value.slice(value.lastIndexOf('/') + 1) : value;
}
