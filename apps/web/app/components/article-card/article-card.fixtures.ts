import type { ArticleCardView } from '#app/models/article-card.ts';
import { toEvidence } from '#app/models/evidence.ts';

const picture = {
  src: '/media/0mirk2b1/doses.webp',
  width: 1600,
  height: 900,
  alt: '',
  sources: [
    { type: 'image/avif' as const, srcSet: '/media/0mirk2b1/320/doses.webp.avif 320w' },
    { type: 'image/webp' as const, srcSet: '/media/0mirk2b1/320/doses.webp.webp 320w' },
  ],
};

export const complete: ArticleCardView = {
  href: '/articles/ketamine-dose-ranges-explained',
  title: 'From Barely There to Fully Asleep',
  summary: 'What researchers mean by a dose, and why numbers do not transfer between people.',
  category: { name: 'Ketamine care', href: '/categories/ketamine-care' },
  cover: { picture, palette: 'fern', seed: 'ketamine-dose-ranges-explained' },
  evidence: toEvidence('MIXED'),
  readingTime: '8 min read',
};

export const withoutPictureOrCategory: ArticleCardView = {
  ...complete,
  category: null,
  cover: { picture: null, palette: 'ochre', seed: 'ketamine-dose-ranges-explained' },
};
