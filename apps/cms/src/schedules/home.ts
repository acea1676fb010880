import type { Core } from '@strapi/strapi';

import { serveAdminRoutes, toRead } from '../access/admin-routes';

import { clinicTimeZone, inClinicWords } from './clinic-time';
import { failedSchedules, pendingSchedules, type Schedule } from './records';

const ARTICLE = 'api::article.article';

interface Row {
  documentId: string;
  title: string | null;
}

/** What the home page tells of schedules: what will happen, and what should have happened and did not. */
export function serveScheduleHome(strapi: Core.Strapi): void {
  serveAdminRoutes(strapi, [
    { method: 'GET', path: '/home/schedules', needs: [toRead(ARTICLE)], handler: () => overview(strapi) },
  ]);
}

async function overview(strapi: Core.Strapi): Promise<unknown> {
  const [pending, failed] = [await pendingSchedules(), await failedSchedules()];
  const documents = [...pending, ...failed].map(({ documentId }) => documentId);
  const rows = (await strapi.db.query(ARTICLE).findMany({
    where: { publishedAt: null, documentId: { $in: documents } },
    select: ['documentId', 'title'],
  })) as Row[];
  const titles = new Map(rows.map(({ documentId, title }) => [documentId, title]));
  const timeZone = await clinicTimeZone(strapi);
  const shown = ({ id, documentId, action, at, setByName, reason }: Schedule) => ({
    id,
    documentId,
    action,
    setByName,
    reason,
    title: titles.get(documentId) ?? 'An article that is no longer there',
    when: inClinicWords(at, timeZone),
  });
  return { pending: pending.map(shown), failed: failed.map(shown) };
}
