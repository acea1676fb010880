export interface Point {
  x: number;
  y: number;
}

/** A number as it is written into the picture: a tenth of a pixel is as fine as the eye can see. */
export function num(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

export const at = ({ x, y }: Point): string => `${num(x)} ${num(y)}`;

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

export const lerp = (from: number, to: number, t: number): number => from + (to - from) * t;

/** From 0 to 1 as `value` goes from `low` to `high`, gently at both ends. */
export function ease(value: number, low = 0, high = 1): number {
  const t = clamp((value - low) / (high - low), 0, 1);
  return t * t * (3 - 2 * t);
}

/** The point that lies `distance` from the origin in the direction of `angle` (radians, 0 is right, growing downward). */
export function polar(origin: Point, angle: number, distance: number): Point {
  return { x: origin.x + Math.cos(angle) * distance, y: origin.y + Math.sin(angle) * distance };
}

/** `count` numbers spread evenly from 0 to 1, both included. */
export const steps = (count: number): number[] => Array.from({ length: count }, (_, index) => index / (count - 1));

/** A smooth curve through the points (Catmull–Rom), as path data without the leading move. */
function curveThrough(points: readonly Point[], closed = false): string {
  const count = points.length;
  const pick = (index: number): Point => {
    const wrapped = closed ? (index + count) % count : clamp(index, 0, count - 1);
    return points[wrapped] ?? { x: 0, y: 0 };
  };
  let path = '';
  for (let index = 0; index < (closed ? count : count - 1); index += 1) {
    const [before, from, to, after] = [pick(index - 1), pick(index), pick(index + 1), pick(index + 2)];
    const out = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 };
    const into = { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 };
    path += `C${at(out)} ${at(into)} ${at(to)}`;
  }
  return path;
}

/** A smooth open curve through the points. */
export function openCurve(points: readonly Point[]): string {
  const [first] = points;
  return first === undefined ? '' : `M${at(first)}${curveThrough(points)}`;
}

/** A smooth closed shape through the points. */
export function closedCurve(points: readonly Point[]): string {
  const [first] = points;
  return first === undefined ? '' : `M${at(first)}${curveThrough(points, true)}Z`;
}
