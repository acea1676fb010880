import type { Core } from '@strapi/strapi';

import { env } from '../env';
import { savedBy } from '../reviews/records';
import { calledByName, clinicalReviewers, type Colleague } from '../reviews/whom';
import { clinicTimeZone, inClinicWords } from '../schedules/clinic-time';
import type { Schedule } from '../schedules/records';

import { reviewRequested, scheduleFailed } from './letters';
import { send, sendsMail } from './send';

const ARTICLE = 'api::article.article';

interface Asked {
  title: string;
  by: Colleague;
  note: string;
  documentId: string;
}

/** Tells everybody who may review it that an article waits for them. */
export async function tellReviewers(strapi: Core.Strapi, { by, ...asked }: Asked): Promise<void> {
  if (!sendsMail()) return;
  const savers = new Set((await savedBy(asked.documentId)).map(({ userId }) => userId));
  const able = (await clinicalReviewers(strapi)).filter(({ id }) => !savers.has(id));
  await send(strapi, able, reviewRequested(env().CMS_URL, { ...asked, by: calledByName(by) }));
}

/** Tells whoever arranged something that it did not happen. */
export async function tellOfFailure(
  strapi: Core.Strapi,
  { documentId, action, at, reason, setById }: Schedule & { reason: string },
): Promise<void> {
  if (!sendsMail()) return;
  const setter = (await strapi.db.query('admin::user').findOne({ where: { id: setById, isActive: true } })) as Colleague | null;
  const draft = (await strapi.db.query(ARTICLE).findOne({ where: { documentId, publishedAt: null } })) as {
    title: string | null;
  } | null;
  const when = inClinicWords(at, await clinicTimeZone(strapi));
  const title = draft?.title ?? 'An article that is no longer there';
  await send(strapi, setter ? [setter] : [], scheduleFailed(env().CMS_URL, { title, action, when, reason, documentId }));
}
