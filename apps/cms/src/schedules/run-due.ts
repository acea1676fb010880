import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { inTurn } from '../publishing/turn';
import { together } from '../publishing/unit';
import { asArranged } from '../reviews/whom';

import { dueSchedules, endSchedule, findSchedule, type Schedule } from './records';

const ARTICLE = 'api::article.article';
const SAY_NOTHING = 'Something went wrong in the CMS. Whoever runs it finds the cause in its log.';

/** So often, once at every look, something is tried that breaks for no reason of the article's: two minutes of a locked or lost database. */
const MOST_TRIES = 8;
const broken = new Map<number, number>();

type OnFailure = (failed: Schedule & { reason: string }) => Promise<void>;

/**
 * Does everything that is due, the earliest first, however long ago it fell due. Each is done once, whoever else looks at the same table: it
 * is marked as done in the transaction that does it, and only one such transaction runs at a time. What breaks stays due, and what is due
 * after it waits, until the next look.
 */
export async function runDue(strapi: Core.Strapi, onFailure: OnFailure, now = new Date()): Promise<void> {
  for (const { id } of await dueSchedules(now)) if (!(await runOne(strapi, id, onFailure))) return;
}

/** @returns whether this is over, well or badly */
async function runOne(strapi: Core.Strapi, id: number, onFailure: OnFailure): Promise<boolean> {
  try {
    await asArranged(() =>
      together(strapi, async () => {
        const schedule = await findSchedule(id);
        // Another server was quicker, or somebody cancelled it just now.
        if (schedule?.state !== 'pending') return;
        await expectActive(strapi, schedule);
        const { documentId, action } = schedule;
        const documents = strapi.documents(ARTICLE);
        if (action === 'publish') {
          const { entries } = await documents.publish({ documentId });
          if (entries.length === 0) throw new errors.NotFoundError('The article is no longer there.');
        } else await documents.unpublish({ documentId });
        await endSchedule(id, 'done');
      }),
    );
  } catch (error) {
    const reason = reasonIn(error);
    if (reason === SAY_NOTHING) {
      const tries = (broken.get(id) ?? 0) + 1;
      broken.set(id, tries);
      strapi.log.error(`Schedule ${id} broke (try ${tries} of ${MOST_TRIES}): ${(error as Error).stack ?? String(error)}`);
      if (tries < MOST_TRIES) return false;
    }
    const failed = await inTurn(strapi, async (): Promise<(Schedule & { reason: string }) | null> => {
      const schedule = await findSchedule(id);
      if (schedule?.state !== 'pending') return null;
      await endSchedule(id, 'failed', reason);
      return { ...schedule, reason };
    });
    if (failed) await onFailure(failed);
  }
  broken.delete(id);
  return true;
}

/** What somebody arranged is done only while they still belong to the team. */
async function expectActive(strapi: Core.Strapi, { setById, setByName }: Schedule): Promise<void> {
  const user = (await strapi.db.query('admin::user').findOne({ where: { id: setById } })) as {
    isActive: boolean;
    blocked: boolean | null;
  } | null;
  if (user?.isActive !== true || user.blocked === true)
    throw new errors.ForbiddenError(`${setByName}, who set this, has no account any more. Somebody else has to set it again.`);
}

/** Why a write was refused, all of it, as the editor would have read it. */
function reasonIn(error: unknown): string {
  if (!(error instanceof errors.ApplicationError)) return SAY_NOTHING;
  const { errors: problems = [] } = error.details as { errors?: { message: string }[] };
  return problems.length > 1 ? problems.map(({ message }) => message).join(' ') : (error as Error).message;
}
