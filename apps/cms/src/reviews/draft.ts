import type { Core } from '@strapi/strapi';

import type { Fields } from '../editorial/rules/fields';
import { kinds } from '../publishing/kinds';
import { reviewPopulate } from '../publishing/read-public';
import type { Transaction } from '../publishing/turn';

import { fingerprintOf, type Fingerprint } from './fingerprint';
import { openRequest, reviewsOf } from './records';
import { standingOf, type Standing } from './standing';

const { uid, table } = kinds.article;

/** A draft and what it says at this moment. */
interface FingerprintedDraft {
  row: Fields & { id: number; title: string | null };
  fingerprint: Fingerprint;
}

export async function readDraft(strapi: Core.Strapi, documentId: string): Promise<FingerprintedDraft | null> {
  const row = (await strapi.db
    .query(uid)
    .findOne({ where: { documentId, publishedAt: null }, populate: reviewPopulate.article ?? [] })) as
    FingerprintedDraft['row'] | null;
  return row && { row, fingerprint: fingerprintOf(row) };
}

export async function standingNow(documentId: string, fingerprint: Fingerprint): Promise<Standing> {
  return standingOf(fingerprint, await reviewsOf(documentId), (await openRequest(documentId)) !== null);
}

/** Writes where an article stands into one of its rows, where lists and the public contract read it. Past Strapi: nothing was edited. */
export async function writeStanding(
  trx: Transaction,
  rowId: number,
  { state, lastReviewed, reviewDue }: Standing,
): Promise<void> {
  await trx(table).where({ id: rowId }).update({ review_state: state, last_reviewed: lastReviewed, review_due: reviewDue });
}

/** Brings what the list of articles says of a draft in step with its records. */
export async function refreshDraft(strapi: Core.Strapi, documentId: string): Promise<void> {
  const draft = await readDraft(strapi, documentId);
  if (!draft) return;
  const standing = await standingNow(documentId, draft.fingerprint);
  await strapi.db.transaction(({ trx }: { trx: Transaction }) => writeStanding(trx, draft.row.id, standing));
}
