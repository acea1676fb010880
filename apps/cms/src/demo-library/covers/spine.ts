import { lerp, polar, type Point } from './geometry';

interface SpinePoint extends Point {
  /** The direction of growth, in radians. */
  angle: number;
}

/** The line along which something grows: a stem, a midrib, a coil. */
export interface Spine {
  length: number;
  points: readonly SpinePoint[];
  /** The place at `t`, from 0 (root) to 1 (tip). */
  at(t: number): SpinePoint;
}

export interface SpineOptions {
  from: Point;
  /** The direction in which it leaves the root, in radians. */
  heading: number;
  length: number;
  /** How far it has turned, in radians, when it has grown to `t`. */
  turn: (t: number) => number;
  segments?: number;
}

/** Grows a line from its root; how it bends is given as a turning angle, which is what makes stems look grown, not drawn. */
export function growSpine({ from, heading, length, turn, segments = 64 }: SpineOptions): Spine {
  const points: SpinePoint[] = [{ ...from, angle: heading + turn(0) }];
  let place: Point = from;
  for (let index = 1; index <= segments; index += 1) {
    place = polar(place, heading + turn((index - 0.5) / segments), length / segments);
    points.push({ ...place, angle: heading + turn(index / segments) });
  }
  return spineThrough(points, length);
}

function spineThrough(points: readonly SpinePoint[], length: number): Spine {
  const root = points[0] ?? { x: 0, y: 0, angle: 0 };
  return {
    length,
    points,
    at(t) {
      const position = Math.min(1, Math.max(0, t)) * (points.length - 1);
      const before = points[Math.floor(position)] ?? root;
      const after = points[Math.ceil(position)] ?? before;
      const part = position - Math.floor(position);
      return {
        x: lerp(before.x, after.x, part),
        y: lerp(before.y, after.y, part),
        angle: lerp(before.angle, after.angle, part),
      };
    },
  };
}

/** The outline of a stem along the spine; `halfWidth` says how thick it is at `t`. */
export function stemOutline(spine: Spine, halfWidth: (t: number) => number): Point[] {
  const last = spine.points.length - 1;
  const edge = (side: 1 | -1): Point[] =>
    spine.points.map((point, index) => polar(point, point.angle + (side * Math.PI) / 2, halfWidth(index / last)));
  return [...edge(-1), ...edge(1).reverse()];
}
