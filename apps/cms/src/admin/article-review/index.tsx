import type { PanelComponent } from '../strapi';

import { ArticleReview } from './panel';

/** “Clinical review” beside every article, once it was saved. */
export const articleReviewPanel: PanelComponent = ({ model, activeTab, document }) => {
  const { documentId, updatedAt } = document ?? {};
  if (model !== 'api::article.article' || activeTab === 'published' || typeof documentId !== 'string') return null;
  return {
    title: 'Clinical review',
    content: <ArticleReview documentId={documentId} version={typeof updatedAt === 'string' ? updatedAt : ''} />,
  };
};
