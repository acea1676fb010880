import type { Core } from '@strapi/strapi';

const MODEL = 'clinic::schedule';

export type ScheduleAction = 'publish' | 'unpublish';

/** Something that is to happen to an article by itself. */
export interface Schedule {
  id: number;
  documentId: string;
  action: ScheduleAction;
  at: string;
  setById: number;
  setByName: string;
  setAt: string;
  state: 'pending' | 'done' | 'failed' | 'cancelled';
  /** Why it failed, in plain words. */
  reason: string | null;
  endedAt: string | null;
}

const model = {
  uid: MODEL,
  singularName: 'schedule',
  tableName: 'article_schedules',
  attributes: {
    id: { type: 'increments' },
    documentId: { type: 'string' },
    action: { type: 'string' },
    at: { type: 'datetime' },
    setById: { type: 'integer' },
    setByName: { type: 'string' },
    setAt: { type: 'datetime' },
    state: { type: 'string' },
    reason: { type: 'text' },
    endedAt: { type: 'datetime' },
  },
  indexes: [
    { name: 'article_schedules_document_index', columns: ['document_id'] },
    { name: 'article_schedules_due_index', columns: ['state', 'at'] },
  ],
};

/** Gives schedules a table of their own: they outlive a restart, and tell afterwards what became of them. */
export function keepSchedules(strapi: Core.Strapi): void {
  strapi.get<{ add: (one: object) => void }>('models').add(model);
}

interface Table {
  findOne: (question: object) => Promise<Schedule | null>;
  findMany: (question: object) => Promise<Schedule[]>;
  create: (question: object) => Promise<Schedule>;
  update: (question: object) => Promise<Schedule | null>;
}

const schedules = () => strapi.db.query(MODEL) as unknown as Table;

const soonestFirst = [{ at: 'asc' }, { id: 'asc' }];

export function pendingSchedules(documentId?: string): Promise<Schedule[]> {
  return schedules().findMany({
    where: { state: 'pending', ...(documentId !== undefined && { documentId }) },
    orderBy: soonestFirst,
  });
}

export function dueSchedules(now: Date): Promise<Schedule[]> {
  return schedules().findMany({ where: { state: 'pending', at: { $lte: now } }, orderBy: soonestFirst });
}

export function failedSchedules(): Promise<Schedule[]> {
  return schedules().findMany({ where: { state: 'failed' }, orderBy: { endedAt: 'desc' }, limit: 50 });
}

export function findSchedule(id: number): Promise<Schedule | null> {
  return schedules().findOne({ where: { id } });
}

export function createSchedule(
  data: Pick<Schedule, 'documentId' | 'action' | 'at' | 'setById' | 'setByName'>,
): Promise<Schedule> {
  return schedules().create({ data: { ...data, setAt: new Date(), state: 'pending', reason: null, endedAt: null } });
}

export async function endSchedule(
  id: number,
  state: 'done' | 'failed' | 'cancelled',
  reason: string | null = null,
): Promise<void> {
  await schedules().update({ where: { id }, data: { state, reason, endedAt: new Date() } });
}
