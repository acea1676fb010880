import type { Core } from '@strapi/strapi';

import { env } from '../env';
import { inTurn } from '../publishing/turn';
import { clinicalReviewers } from '../reviews/whom';

import { overdueReviews } from './letters';
import { send, sendsMail } from './send';

const MARK = { type: 'plugin', name: 'clinic', key: 'overdue-digest' } as const;
const WEEK_MS = 7 * 86_400_000;
const ARTICLE = 'api::article.article';

interface Overdue {
  documentId: string;
  title: string;
  reviewDue: string;
}

/** The published articles whose review was due before a day, the longest overdue first. */
async function overdueSince(strapi: Core.Strapi, day: string): Promise<Overdue[]> {
  return (await strapi.db.query(ARTICLE).findMany({
    where: { publishedAt: { $notNull: true }, reviewDue: { $lt: day } },
    orderBy: { reviewDue: 'asc' },
    select: ['documentId', 'title', 'reviewDue'],
  })) as Overdue[];
}

/** Once a week, if reviews are overdue, tells the clinical reviewers which. One server does it, whoever comes first. */
export async function sendDigestWeekly(strapi: Core.Strapi, now = new Date()): Promise<void> {
  if (!sendsMail() || !(await isDue(strapi, now))) return;
  const overdue = await inTurn(strapi, async () => {
    // Noted before anything is sent: a letter less is better than the same letter again and again.
    if (!(await isDue(strapi, now))) return [];
    await strapi.store(MARK).set({ value: { sentAt: now.toISOString() } });
    return overdueSince(strapi, now.toISOString().slice(0, 10));
  });
  if (overdue.length === 0) return;
  const letter = overdueReviews(
    env().CMS_URL,
    overdue.map(({ reviewDue, ...one }) => ({ ...one, dueOn: reviewDue })),
  );
  await send(strapi, await clinicalReviewers(strapi), letter);
}

async function isDue(strapi: Core.Strapi, now: Date): Promise<boolean> {
  const last = (await strapi.store(MARK).get({})) as { sentAt: string } | null;
  return last === null || now.getTime() - Date.parse(last.sentAt) >= WEEK_MS;
}
