import type { PanelComponent } from '../strapi';

import { PasteReference } from './panel';

/** “Paste a reference” beside every source that is being written. */
export const pasteReferencePanel: PanelComponent = ({ model, documentId }) => {
  if (model !== 'api::source.source') return null;
  return {
    title: 'Paste a reference',
    content: <PasteReference documentId={documentId === 'create' ? null : (documentId ?? null)} />,
  };
};
