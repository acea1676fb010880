import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { env } from '../env';
import { inTurn } from '../publishing/turn';

import { checklistKeys } from './checklist';
import { readDraft, refreshDraft } from './draft';
import { keepRequest, keepReview, savedBy, type Saver } from './records';
import { calledByName, isClinicalReviewer, type Colleague } from './whom';

/** Why somebody may not review a draft, in plain words; null if they may. */
export function reasonAgainst(colleague: Colleague, savers: Saver[]): string | null {
  if (!isClinicalReviewer(colleague)) return 'Only a clinical reviewer marks articles as reviewed.';
  if (savers.some(({ userId }) => userId === colleague.id))
    return 'You edited this since its last review. Another clinical reviewer has to look at it.';
  return null;
}

interface Marking {
  documentId: string;
  /** What the reviewer was looking at. */
  hash: string;
  note: string;
  checklist: string[];
}

/**
 * Marks a draft as reviewed, as it is at this moment.
 * @throws a refusal if the reviewer may not, has not confirmed everything, or has looked at an older text
 */
export async function markReviewed(strapi: Core.Strapi, colleague: Colleague, marking: Marking): Promise<void> {
  const { documentId, hash, note, checklist } = marking;
  await inTurn(strapi, async () => {
    const draft = await readDraft(strapi, documentId);
    if (!draft) throw new errors.NotFoundError('There is no such article.');
    const against = reasonAgainst(colleague, await savedBy(documentId));
    if (against !== null) throw new errors.ForbiddenError(against);
    if (checklistKeys.some((key) => !checklist.includes(key)))
      throw new errors.ValidationError('Confirm every line of the list, or ask for a correction instead.');
    if (draft.fingerprint.hash !== hash)
      throw new errors.ApplicationError(
        'Somebody saved the article while you were reading it. Read it again before you mark it.',
      );
    const now = new Date();
    await keepReview({
      documentId,
      ...draft.fingerprint,
      reviewerId: colleague.id,
      reviewerName: calledByName(colleague),
      reviewedAt: now.toISOString(),
      dueOn: dueAfter(now, env().REVIEW_MONTHS),
      note,
      checklist: checklistKeys,
      demo: false,
    });
    await refreshDraft(strapi, documentId);
  });
}

/** Asks for a review of a draft. */
export async function askForReview(
  strapi: Core.Strapi,
  colleague: Colleague,
  { documentId, note }: { documentId: string; note: string },
): Promise<{ title: string }> {
  return inTurn(strapi, async () => {
    const draft = await readDraft(strapi, documentId);
    if (!draft) throw new errors.NotFoundError('Save the article first.');
    await keepRequest({
      documentId,
      askedById: colleague.id,
      askedByName: calledByName(colleague),
      askedAt: new Date().toISOString(),
      note,
    });
    await refreshDraft(strapi, documentId);
    return { title: draft.row.title ?? 'Untitled' };
  });
}

/** The same day so many months later, or the last of that month. */
function dueAfter(from: Date, months: number): string {
  const due = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate();
  due.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return due.toISOString().slice(0, 10);
}
