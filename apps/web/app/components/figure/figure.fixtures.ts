import { paragraphs } from '../rich-text/rich-text.fixtures.ts';

import type { FigureView } from '#app/models/article-body.ts';
import { toPicture } from '#app/models/image.ts';

const image = { url: 'https://clinic.test/media/0mirk2b1/response-rates.png', width: 1600, height: 1000, decorative: false };

export const chart: FigureView = {
  type: 'figure',
  picture: toPicture({ ...image, alt: 'Three pairs of bars: 71 percent against 0, 64 against 28, 55 against 30.' }),
  caption: paragraphs('Response one day after a single infusion.'),
};

export const decoration: FigureView = {
  type: 'figure',
  picture: toPicture({ ...image, alt: '', decorative: true }),
  caption: null,
};
