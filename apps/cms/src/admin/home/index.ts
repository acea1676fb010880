import { CheckCircle, Clock, ClockCounterClockwise, Pencil } from '@strapi/icons';

import type { HomeWidget } from '../strapi';

const readsArticles = [{ action: 'plugin::content-manager.explorer.read', subject: 'api::article.article' }];

/** Strapi’s counts of its parts and its offers say nothing to an editor. */
const NOT_FOR_EDITORS = new Set(['key-statistics', 'chart-entries', 'profile-info', 'deploy-now']);

/** What waits for somebody, and then what Strapi tells of the content. */
export const homePage = (others: HomeWidget[]): HomeWidget[] => [
  ...homeWidgets,
  ...others.filter(({ id }) => !NOT_FOR_EDITORS.has(id)),
];

/** What the home page tells of drafts, reviews and schedules, for everybody who reads articles. */
const homeWidgets: HomeWidget[] = [
  {
    id: 'my-drafts',
    icon: Pencil,
    title: { id: 'clinic.home.my-drafts', defaultMessage: 'My drafts' },
    component: async () => (await import('./my-drafts')).default,
    permissions: readsArticles,
  },
  {
    id: 'waiting-reviews',
    icon: CheckCircle,
    title: { id: 'clinic.home.waiting-reviews', defaultMessage: 'Waiting for my review' },
    component: async () => (await import('./waiting-reviews')).default,
    permissions: readsArticles,
  },
  {
    id: 'due-reviews',
    icon: ClockCounterClockwise,
    title: { id: 'clinic.home.due-reviews', defaultMessage: 'Reviews that are due' },
    component: async () => (await import('./due-reviews')).default,
    permissions: readsArticles,
  },
  {
    id: 'schedules',
    icon: Clock,
    title: { id: 'clinic.home.schedules', defaultMessage: 'Arranged for later' },
    component: async () => (await import('./schedules')).default,
    permissions: readsArticles,
  },
];
