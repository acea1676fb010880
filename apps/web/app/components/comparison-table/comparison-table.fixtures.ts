import { paragraphs } from '../rich-text/rich-text.fixtures.ts';

import type { ComparisonTableView } from '#app/models/article-body.ts';

export const threePlans: ComparisonTableView = {
  type: 'comparison-table',
  caption: 'Ketamine with therapy, infusions alone and esketamine',
  cornerHeader: 'Aspect',
  columns: ['With therapy', 'Infusion only', 'Esketamine'],
  rows: [
    {
      header: 'Route',
      cells: [
        { column: 'With therapy', content: paragraphs('Lozenge, injection or drip') },
        { column: 'Infusion only', content: paragraphs('Drip into a vein') },
        { column: 'Esketamine', content: paragraphs('Nasal spray') },
      ],
    },
    {
      header: 'Approval status',
      cells: [
        { column: 'With therapy', content: paragraphs('Off-label') },
        { column: 'Infusion only', content: paragraphs('Off-label') },
        { column: 'Esketamine', content: paragraphs('Approved for adults with treatment-resistant depression', 'Label of 2025') },
      ],
    },
  ],
  note: 'Costs differ widely. Ask for a written total.',
};

export const manyColumns: ComparisonTableView = {
  ...threePlans,
  columns: ['Light', 'Infusion', 'Deep', 'Anesthetic', 'Unknown'],
  rows: [
    {
      header: 'Awareness',
      cells: ['Light', 'Infusion', 'Deep', 'Anesthetic', 'Unknown'].map((column) => ({ column, content: paragraphs('Awake') })),
    },
  ],
  note: null,
};
