import { at, lerp, polar, type Point } from './geometry';
import type { Random } from './random';

/** A place on a blade: how far along it is, and how far to its left (negative) or right, in pixels. */
export type Along = (u: number, across: number) => Point;

/** The frame of a blade that leaves `base` in the direction of `angle` and bends by `bend` radians until its tip. */
export function bladeFrame(base: Point, angle: number, length: number, bend: number): Along {
  return (u, across) => {
    const center = polar(base, angle + (bend * u) / 2, length * u);
    return polar(center, angle + bend * u + Math.PI / 2, across);
  };
}

/** A plain narrow blade as a closed path. */
export function plainBlade(along: Along, halfWidth: number): string {
  const tip = at(along(1, 0));
  return (
    `M${at(along(0, halfWidth * 0.3))}C${at(along(0.18, halfWidth * 1.15))} ${at(along(0.62, halfWidth * 1.1))} ${tip}` +
    `C${at(along(0.62, -halfWidth * 1.1))} ${at(along(0.18, -halfWidth * 1.15))} ${at(along(0, -halfWidth * 0.3))}Z`
  );
}

/** Lobes stand closer toward the tip of their blade. */
const lobeAt = (part: number): number => 1 - (1 - part) ** 1.4;

/** How wide a lobed blade is at `u`, as a part of its widest. */
const lobedWidth = (u: number): number => Math.min(1, 0.72 + u * 1.6) * (1 - u ** 1.9) ** 0.8;

/** A blade whose edge is cut into rounded lobes that lean toward its tip, as in a male fern. */
export function lobedBlade(along: Along, halfWidth: number, lobes: number, random: Random): string {
  const edge = (side: 1 | -1): string[] => {
    const parts: string[] = [];
    for (let index = 0; index < lobes; index += 1) {
      const start = lobeAt(index / lobes);
      const end = lobeAt((index + 1) / lobes);
      const step = end - start;
      const reach = halfWidth * lobedWidth(start + step * 0.5) * random.between(0.93, 1.05);
      const notch = halfWidth * lobedWidth(end) * (index === lobes - 1 ? 0 : 0.26);
      const spot = (part: number, across: number): string => at(along(start + step * part, side * across));
      parts.push(`C${spot(0.16, reach * 0.72)} ${spot(0.34, reach)} ${spot(0.74, reach)}`);
      parts.push(`C${spot(1.04, reach)} ${spot(1.1, lerp(notch, reach, 0.45))} ${spot(1, notch)}`);
    }
    return parts;
  };
  // The second edge runs back from the tip, which for a silhouette is the same as a second closed half.
  const root = at(along(0, 0));
  return `M${root}${edge(1).join('')}L${at(along(1, 0))}L${root}Z` + `M${root}${edge(-1).join('')}L${at(along(1, 0))}L${root}Z`;
}

/** Small separate leaflets on both sides of a thin midrib, as in a lady fern. */
export function featheredBlade(along: Along, halfWidth: number, lobes: number, random: Random): string {
  const parts: string[] = [plainBlade(along, Math.max(0.7, halfWidth * 0.09))];
  for (let index = 0; index < lobes; index += 1) {
    const u = lobeAt((index + 0.3) / (lobes + 0.4));
    const step = Math.max(0.02, lobeAt((index + 1.3) / (lobes + 0.4)) - u);
    for (const side of [1, -1] as const) {
      const reach = side * halfWidth * 1.12 * lobedWidth(u) * random.between(0.92, 1.06);
      const lean = step * 1.15;
      const spot = (du: number, across: number): string => at(along(u + du, reach * across));
      parts.push(
        `M${spot(-step * 0.14, 0)}C${spot(-step * 0.2, 0.4)} ${spot(lean * 0.32, 0.86)} ${spot(lean, 1)}` +
          `C${spot(lean * 1.05, 0.72)} ${spot(step * 0.66, 0.2)} ${spot(step * 0.36, 0)}Z`,
      );
    }
  }
  return parts.join('');
}
