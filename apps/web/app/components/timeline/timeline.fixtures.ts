import { paragraphs } from '../rich-text/rich-text.fixtures.ts';

import type { TimelineView } from '#app/models/article-body.ts';

export const evidence: TimelineView = {
  type: 'timeline',
  heading: { id: 'how-the-evidence-built-up', text: 'How the evidence built up' },
  entries: [
    { date: '2000', title: 'An early controlled signal', content: paragraphs('Seven people finish a crossover study.') },
    { date: 'January 2025', title: 'Label change', content: null },
  ],
};

export const withoutHeading: TimelineView = { ...evidence, heading: null };
