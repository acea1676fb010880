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

export type PaletteName = 'fern' | 'slate' | 'clay' | 'plum' | 'ochre' | 'lagoon';

const tone = (l: number, c: number, h: number): Oklch => ({ l, c, h });

/** Every cover is printed on the same sheet and lit by the same low sun. */
const paper = tone(0.948, 0.02, 84);
export const sunlight: Oklch = tone(0.925, 0.058, 80);

// Within a palette the hue drifts: light tones lean to the warm paper, dark ones away from it, as pigments do.
export const palettes: Record<PaletteName, Palette> = {
  fern: {
    paper,
    mist: tone(0.905, 0.032, 112),
    soft: tone(0.79, 0.053, 117),
    mid: tone(0.6, 0.066, 129),
    deep: tone(0.42, 0.058, 144),
    ink: tone(0.285, 0.04, 156),
    accent: tone(0.66, 0.118, 47),
  },
  slate: {
    paper,
    mist: tone(0.897, 0.014, 150),
    soft: tone(0.77, 0.026, 212),
    mid: tone(0.588, 0.042, 238),
    deep: tone(0.415, 0.046, 250),
    ink: tone(0.285, 0.038, 258),
    accent: tone(0.75, 0.105, 74),
  },
  clay: {
    paper,
    mist: tone(0.902, 0.034, 78),
    soft: tone(0.795, 0.064, 63),
    mid: tone(0.635, 0.098, 46),
    deep: tone(0.465, 0.088, 38),
    ink: tone(0.312, 0.052, 32),
    accent: tone(0.55, 0.058, 148),
  },
  plum: {
    paper,
    mist: tone(0.897, 0.02, 58),
    soft: tone(0.77, 0.04, 22),
    mid: tone(0.578, 0.066, 355),
    deep: tone(0.41, 0.07, 346),
    ink: tone(0.287, 0.048, 338),
    accent: tone(0.775, 0.105, 80),
  },
  ochre: {
    paper,
    mist: tone(0.912, 0.04, 90),
    soft: tone(0.825, 0.078, 87),
    mid: tone(0.7, 0.104, 78),
    deep: tone(0.515, 0.086, 66),
    ink: tone(0.335, 0.05, 56),
    accent: tone(0.46, 0.056, 160),
  },
  lagoon: {
    paper,
    mist: tone(0.902, 0.02, 135),
    soft: tone(0.782, 0.04, 178),
    mid: tone(0.597, 0.06, 198),
    deep: tone(0.43, 0.058, 212),
    ink: tone(0.287, 0.044, 224),
    accent: tone(0.7, 0.11, 44),
  },
};
