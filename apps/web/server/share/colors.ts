import type { PaletteName } from '#app/models/article-card.ts';

/** The colors of `app/styles/tokens.css` by day, spelled as pictures need them. */
export const colors = { paper: '#faf7ef', ink: '#19251d', 'ink-soft': '#485349', fern: '#145334' } as const;

/** The categories' families of the same style sheet. */
export const palettes: Record<PaletteName, { wash: string; tone: string; deep: string }> = {
  fern: { wash: '#d2e9d1', tone: '#60946e', deep: '#1b4d34' },
  slate: { wash: '#d6e3ee', tone: '#6a849a', deep: '#2f4157' },
  clay: { wash: '#f6ddcd', tone: '#c37f61', deep: '#763927' },
  plum: { wash: '#eddbe6', tone: '#9d708d', deep: '#56314e' },
  ochre: { wash: '#f3e5c1', tone: '#c59e52', deep: '#6b4c1d' },
  lagoon: { wash: '#cde9ec', tone: '#57949f', deep: '#1d4c59' },
};
