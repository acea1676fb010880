import type { Core } from '@strapi/strapi';

import type { Fields } from '../editorial/rules/fields';
import type { Problem } from '../editorial/rules/problem';
import { env } from '../env';
import type { Transaction } from '../publishing/turn';

import { readDraft, standingNow, writeStanding } from './draft';
import { changedBetween, fingerprintOf, type Fingerprint } from './fingerprint';
import { reviewsOf } from './records';
import { standingOf } from './standing';
import { isBound } from './whom';

const list = new Intl.ListFormat('en');

/** What keeps an article from going live for want of a second pair of eyes: nothing, or one sentence. */
async function missingReview(documentId: string, { hash, fields }: Fingerprint): Promise<Problem[]> {
  if (!env().REVIEW_REQUIRED) return [];
  const { valid, latest } = standingOf({ hash }, await reviewsOf(documentId), false);
  if (valid) return [];
  const message = latest
    ? `This was edited since its review (${list.format(changedBetween(latest.fields, fields))}). A clinical reviewer who did not edit it has to look at it again.`
    : 'Nobody has reviewed this yet. A clinical reviewer who did not write it has to mark it as reviewed.';
  return [{ path: ['reviewer'], message }];
}

/** The same of a published version that is about to be committed. */
export async function reviewProblems(strapi: Core.Strapi, row: Fields & { documentId: string }): Promise<Problem[]> {
  return isBound(strapi) ? missingReview(row.documentId, fingerprintOf(row)) : [];
}

/** The same of a draft that somebody wants to publish. */
export async function draftReviewProblems(strapi: Core.Strapi, documentId: string): Promise<Problem[]> {
  const draft = await readDraft(strapi, documentId);
  return draft ? missingReview(documentId, draft.fingerprint) : [];
}

/** Writes down with a published version what is true of its review; the public contract says so from then on. */
export async function recordReview(trx: Transaction, row: Fields & { id: number; documentId: string }): Promise<void> {
  const standing = await standingNow(row.documentId, fingerprintOf(row));
  const { state, lastReviewed, reviewDue } = standing;
  Object.assign(row, { reviewState: state, lastReviewed, reviewDue });
  await writeStanding(trx, row.id, standing);
}
