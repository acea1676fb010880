import type { Core } from '@strapi/strapi';

import type { Transaction } from '../publishing/turn';

import { readDraft, standingNow, writeStanding } from './draft';
import { keepSaver } from './records';
import { calledByName, whoWrites } from './whom';

/** What saving a draft needs to have looked at before. */
export async function beforeSave(strapi: Core.Strapi, documentId: string | undefined): Promise<string | null> {
  const draft = documentId === undefined ? null : await readDraft(strapi, documentId);
  return draft?.fingerprint.hash ?? null;
}

/**
 * Notes who saved an article, if what is reviewed changed by it, and where the article stands now. Whoever publishes sends the form along
 * unchanged: that makes nobody an author.
 */
export async function followSave(strapi: Core.Strapi, documentId: string, before: string | null): Promise<void> {
  const draft = await readDraft(strapi, documentId);
  if (!draft) return;
  const { row, fingerprint } = draft;
  const colleague = whoWrites(strapi);
  if (colleague && fingerprint.hash !== before) {
    await keepSaver({
      documentId,
      userId: colleague.id,
      name: calledByName(colleague),
      savedAt: new Date().toISOString(),
    });
  }
  const standing = await standingNow(documentId, fingerprint);
  await strapi.db.transaction(({ trx }: { trx: Transaction }) => writeStanding(trx, row.id, standing));
}
