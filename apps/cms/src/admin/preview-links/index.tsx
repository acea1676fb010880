import type { PanelComponent } from '../strapi';

import { PreviewLinks } from './panel';

const previewed = new Set(['api::article.article', 'api::clinic.clinic']);

/** “Seen as a page” beside everything that has a preview, once it was saved. */
export const previewLinksPanel: PanelComponent = ({ model, document }) => {
  const documentId = document?.['documentId'];
  if (!previewed.has(model) || typeof documentId !== 'string') return null;
  return { title: 'Seen as a page', content: <PreviewLinks model={model} documentId={documentId} /> };
};
