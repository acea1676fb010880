import type { PanelComponent } from '../strapi';

import { WhereUsed } from './panel';

const shared = new Set([
  'api::category.category',
  'api::contributor.contributor',
  'api::glossary-term.glossary-term',
  'api::source.source',
]);

/** “Where is this used?” beside everything that articles share. */
export const whereUsedPanel: PanelComponent = ({ model, document }) => {
  const documentId = document?.['documentId'];
  if (!shared.has(model) || typeof documentId !== 'string') return null;
  return { title: 'Where is this used?', content: <WhereUsed model={model} documentId={documentId} /> };
};
