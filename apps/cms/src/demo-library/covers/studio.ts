import type { Point } from './geometry';
import type { Noise } from './noise';
import type { Palette } from './palettes';
import type { Random } from './random';
import type { Defs } from './svg';

export const WIDTH = 1600;
export const HEIGHT = 900;

/** Everything a composition works with. */
export interface Studio {
  random: Random;
  noise: Noise;
  palette: Palette;
  defs: Defs;
  /** The direction toward the light. A mirrored composition gets a mirrored light, so that all covers are lit alike. */
  light: Point;
}

/** A picture on the paper ground, as SVG elements. */
export type Composition = (studio: Studio) => string;
