import type { DoDontListView } from '#app/models/article-body.ts';

export const bothSides: DoDontListView = {
  type: 'do-dont-list',
  heading: { id: 'on-a-dosing-day', text: 'On a dosing day' },
  dos: ['arrange for an adult to see you home.', 'bring a full list of your medicines and supplements.'],
  donts: ['drive before the next day, and only after you have slept.', 'drink alcohol.'],
};

export const oneSide: DoDontListView = { ...bothSides, heading: null, dos: [] };
