import type { Point } from './geometry';
import { growSpine, type Spine } from './spine';

export interface CrozierOptions {
  from: Point;
  heading: number;
  /** The length of the stem below the coil. */
  stem: number;
  /** The radius with which the coil begins, how often it winds, and to which side. */
  radius: number;
  winds: number;
  side: 1 | -1;
}

/** The middle line of a young frond: a stem that bends into a coil, the radius of which shrinks evenly with the angle. */
export function growCrozier({ from, heading, stem, radius, winds, side }: CrozierOptions): { spine: Spine; coilStart: number } {
  const angle = winds * Math.PI * 2;
  const length = stem + (radius * angle) / 2;
  const turn = (t: number): number => {
    const run = t * length;
    const leaning = (Math.max(0, Math.min(1, (run - stem * 0.4) / (stem * 0.6))) ** 2 * stem * 0.3) / radius;
    const wound = Math.min(0.997, Math.max(0, (run - stem) / (length - stem)));
    return side * (leaning + angle * (1 - Math.sqrt(1 - wound)));
  };
  return { spine: growSpine({ from, heading, length, turn, segments: 300 }), coilStart: stem / length };
}
