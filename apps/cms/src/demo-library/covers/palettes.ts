import type { Oklch } from './color';

/** The tones of one category, from lightest to darkest, with one accent from across the color wheel for small touches. */
export interface Palette {
  paper: Oklch;
  mist: Oklch;
  soft: Oklch;
  mid: Oklch;
  deep: Oklch;
  ink: Oklch;
  accent: Oklch;
}

export const paletteNames = ['fern', 'slate', 'clay', 'plum', 'ochre', 'lagoon'] as const;

export type PaletteName = (typeof paletteNames)[number];

const tone = (l: number, c: number, h: number): Oklch => ({ l, c, h });

/** Every cover is printed on the same sheet. */
const paper = tone(0.948, 0.02, 84);

// Within a palette the hue drifts: light tones lean to the warm paper, dark ones away from it, as pigments do.
export const palettes: Record<PaletteName, Palette> = {
  fern: {
    paper,
    mist: tone(0.895, 0.036, 122),
    soft: tone(0.775, 0.064, 128),
    mid: tone(0.6, 0.086, 138),
    deep: tone(0.43, 0.074, 147),
    ink: tone(0.29, 0.048, 154),
    accent: tone(0.66, 0.118, 47),
  },
  slate: {
    paper,
    mist: tone(0.885, 0.02, 210),
    soft: tone(0.755, 0.036, 226),
    mid: tone(0.585, 0.05, 238),
    deep: tone(0.42, 0.052, 248),
    ink: tone(0.285, 0.042, 256),
    accent: tone(0.75, 0.108, 74),
  },
  clay: {
    paper,
    mist: tone(0.893, 0.04, 66),
    soft: tone(0.785, 0.075, 54),
    mid: tone(0.645, 0.108, 44),
    deep: tone(0.475, 0.1, 36),
    ink: tone(0.315, 0.06, 28),
    accent: tone(0.52, 0.066, 152),
  },
  plum: {
    paper,
    mist: tone(0.885, 0.027, 15),
    soft: tone(0.755, 0.056, 356),
    mid: tone(0.58, 0.083, 346),
    deep: tone(0.415, 0.084, 340),
    ink: tone(0.285, 0.056, 330),
    accent: tone(0.775, 0.108, 80),
  },
  ochre: {
    paper,
    mist: tone(0.905, 0.05, 90),
    soft: tone(0.825, 0.09, 85),
    mid: tone(0.71, 0.118, 76),
    deep: tone(0.525, 0.096, 64),
    ink: tone(0.335, 0.054, 54),
    accent: tone(0.46, 0.062, 162),
  },
  lagoon: {
    paper,
    mist: tone(0.895, 0.03, 180),
    soft: tone(0.775, 0.054, 190),
    mid: tone(0.6, 0.074, 200),
    deep: tone(0.435, 0.068, 211),
    ink: tone(0.285, 0.048, 222),
    accent: tone(0.7, 0.115, 42),
  },
};
