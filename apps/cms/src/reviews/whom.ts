import { AsyncLocalStorage } from 'node:async_hooks';

import type { Core } from '@strapi/strapi';

import { nameOf } from '../access/admin-routes';
import { CLINICAL_REVIEWER } from '../access/roles';

/** Somebody who is signed in to the admin. */
export interface Colleague {
  id: number;
  email: string;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
  roles?: { code: string }[];
}

const schedule = new AsyncLocalStorage<true>();

/** Runs what somebody arranged beforehand: the rule of four eyes holds as if they did it now. */
export function asArranged<T>(work: () => Promise<T>): Promise<T> {
  return schedule.run(true, work);
}

/**
 * Whether the rule of four eyes holds for what is being written: for everything that anybody asks the running CMS for, and for schedules.
 * It does not for the CMS's own hand, which loads the demo library.
 */
export function isBound(strapi: Core.Strapi): boolean {
  return schedule.getStore() === true || strapi.requestContext.get() !== undefined;
}

/** Who is writing, if somebody is signed in. */
export function whoWrites(strapi: Core.Strapi): Colleague | null {
  const state = strapi.requestContext.get()?.state as { user?: Colleague } | undefined;
  return state?.user ?? null;
}

export function isClinicalReviewer({ roles = [] }: Colleague): boolean {
  return roles.some(({ code }) => code === CLINICAL_REVIEWER);
}

export function calledByName(colleague: Colleague): string {
  return nameOf(colleague) || colleague.email;
}

/** Everybody who may review, by account. */
export async function clinicalReviewers(strapi: Core.Strapi): Promise<Colleague[]> {
  return (await strapi.db
    .query('admin::user')
    .findMany({ where: { isActive: true, blocked: { $ne: true }, roles: { code: CLINICAL_REVIEWER } } })) as never;
}
