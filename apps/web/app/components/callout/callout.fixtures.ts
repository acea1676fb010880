import { paragraphs } from '../rich-text/rich-text.fixtures.ts';

import type { CalloutView } from '#app/models/article-body.ts';

export const note: CalloutView = {
  type: 'callout',
  tone: 'note',
  heading: 'Where things stand',
  content: paragraphs('No drug of this kind has been tested in people with depression.'),
};

export const caution: CalloutView = {
  type: 'callout',
  tone: 'caution',
  heading: 'Safety points for both plans',
  content: paragraphs('Tell the team everything you take.', 'Stop nothing without the prescriber.'),
};

export const withoutHeading: CalloutView = {
  type: 'callout',
  tone: 'example',
  heading: null,
  content: paragraphs('Monday: you and the therapist agree on a goal and a hand signal for “stop.”'),
};
