import type { PanelComponent } from '../strapi';

import { ReadyToPublish } from './panel';

/** “Ready to publish?” beside every article that is being written. */
export const readyToPublishPanel: PanelComponent = ({ model, activeTab, document, documentId }) => {
  if (model !== 'api::article.article' || activeTab === 'published') return null;
  const { updatedAt } = document ?? {};
  const version = typeof updatedAt === 'string' ? updatedAt : '';
  return {
    title: 'Ready to publish?',
    content: <ReadyToPublish documentId={documentId === 'create' ? null : (documentId ?? null)} version={version} />,
  };
};
