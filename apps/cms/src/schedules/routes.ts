import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import * as v from 'valibot';

import { administratorOf, bodyOf, demand, may, serveAdminRoutes, toRead, type Permission } from '../access/admin-routes';
import type { Problem } from '../editorial/rules/problem';
import { draftProblems } from '../publishing/gate';
import { refusal } from '../publishing/refusal';
import { inTurn } from '../publishing/turn';
import { draftReviewProblems } from '../reviews/gate';
import { calledByName } from '../reviews/whom';

import { clinicTimeZone, inClinicWords, momentOf } from './clinic-time';
import { createSchedule, endSchedule, findSchedule, pendingSchedules, type Schedule, type ScheduleAction } from './records';

const ARTICLE = 'api::article.article';
const toPublish: Permission = ['plugin::content-manager.explorer.publish', ARTICLE];

const wanted = v.object({
  documentId: v.pipe(v.string(), v.regex(/^[a-z0-9]{8,40}$/)),
  action: v.picklist(['publish', 'unpublish']),
  /** On the clinic's clock. */
  time: v.pipe(v.string(), v.maxLength(30)),
});

/** Lets those who may publish arrange it for later, see what is arranged, and call it off. */
export function serveSchedules(strapi: Core.Strapi): void {
  serveAdminRoutes(strapi, [
    { method: 'GET', path: '/schedules/:documentId', needs: [toRead(ARTICLE)], handler: (ctx) => list(strapi, ctx) },
    { method: 'POST', path: '/schedules', needs: [toPublish], handler: (ctx) => create(strapi, ctx) },
    { method: 'DELETE', path: '/schedules/:id', needs: [toPublish], handler: (ctx) => cancel(strapi, ctx) },
  ]);
}

const shown = ({ id, action, at, setByName }: Schedule, timeZone: string) => ({
  id,
  action,
  at,
  setByName,
  when: inClinicWords(at, timeZone),
});

async function list(strapi: Core.Strapi, ctx: Context): Promise<unknown> {
  const { documentId } = ctx['params'] as { documentId: string };
  const timeZone = await clinicTimeZone(strapi);
  const schedules = await pendingSchedules(documentId);
  return { timeZone, mayPublish: may(ctx, toPublish), schedules: schedules.map((one) => shown(one, timeZone)) };
}

async function create(strapi: Core.Strapi, ctx: Context): Promise<unknown> {
  const { documentId, action, time } = bodyOf(ctx, wanted, 'Say which article, what is to happen, and when.');
  const timeZone = await clinicTimeZone(strapi);
  const moment = momentOf(time, timeZone);
  if ('problem' in moment) throw new errors.ValidationError(moment.problem);
  if (Date.parse(moment.at) <= Date.now()) throw new errors.ValidationError('Choose a time that is still to come.');
  const colleague = administratorOf(ctx);
  return inTurn(strapi, async () => {
    if ((await pendingSchedules(documentId)).some((one) => one.action === action))
      throw new errors.ApplicationError(`This is already to be ${action}ed. Cancel that first.`);
    await expectPossible(strapi, documentId, action);
    const by = { setById: colleague.id, setByName: calledByName(colleague) };
    return shown(await createSchedule({ documentId, action, at: moment.at, ...by }), timeZone);
  });
}

/** What could not be done now will not be possible later by itself. @throws a refusal that names everything */
async function expectPossible(strapi: Core.Strapi, documentId: string, action: ScheduleAction): Promise<void> {
  const exists: unknown = await strapi.db.query(ARTICLE).findOne({ where: { documentId } });
  if (!exists) throw new errors.NotFoundError('Save the article first.');
  if (action === 'unpublish') return;
  const problems: Problem[] = [
    ...(await draftProblems(strapi, { type: 'article', documentId })),
    ...(await draftReviewProblems(strapi, documentId)),
  ];
  if (problems.length > 0) throw refusal(problems);
}

async function cancel(strapi: Core.Strapi, ctx: Context): Promise<unknown> {
  demand(ctx, toPublish);
  const { id } = ctx['params'] as { id: string };
  return inTurn(strapi, async () => {
    const schedule = await findSchedule(Number(id));
    if (!schedule) throw new errors.NotFoundError('There is no such schedule.');
    if (schedule.state === 'done') throw new errors.ApplicationError('This has already happened.');
    await endSchedule(schedule.id, 'cancelled');
    return { cancelled: true };
  });
}
