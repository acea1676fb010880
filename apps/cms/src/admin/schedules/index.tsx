import type { PanelComponent } from '../strapi';

import { Schedules } from './panel';

/** “Later” beside every article, once it was saved: for those who may publish, and for all while something is arranged. */
export const schedulesPanel: PanelComponent = ({ model, document }) => {
  const { documentId, updatedAt } = document ?? {};
  if (model !== 'api::article.article' || typeof documentId !== 'string') return null;
  return { title: 'Publish later', content: <Schedules documentId={documentId} version={String(updatedAt)} /> };
};
