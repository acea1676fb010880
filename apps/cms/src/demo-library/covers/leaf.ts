import { at, closedCurve, ease, lerp, openCurve, polar, steps, type Point } from './geometry';
import { growSpine, stemOutline, type Spine } from './spine';

export interface LeafOptions {
  from: Point;
  heading: number;
  length: number;
  halfWidth: number;
  /** How far the midrib bends, in radians. */
  bend?: number;
  /** Where the leaf is widest, from 0 (base) to 1 (tip). */
  belly?: number;
  /** Pairs of side veins. */
  veins?: number;
  light: Point;
}

/** A broad leaf, in parts that are painted one after the other. */
export interface Leaf {
  outline: string;
  /** The half turned to the light, and the half turned away. */
  lit: string;
  shaded: string;
  midrib: string;
  /** Side veins, to be drawn as hairlines. */
  veins: string;
  spine: Spine;
}

/** Half the width of a leaf at `t`, as a part of its widest. */
export function leafWidth(t: number, belly = 0.4): number {
  const rise = 0.85;
  const fall = (rise * (1 - belly)) / belly;
  const shape = (x: number): number => x ** rise * (1 - x) ** fall;
  return shape(t) / shape(belly);
}

export function growLeaf({ from, heading, length, halfWidth, bend = 0.3, belly = 0.4, veins = 9, light }: LeafOptions): Leaf {
  const spine = growSpine({ from, heading: heading - bend / 2, length, turn: (t) => bend * t, segments: 24 });
  const edge = (side: 1 | -1): Point[] =>
    steps(15).map((part) => {
      const t = part ** 0.9;
      const middle = spine.at(t);
      return polar(middle, middle.angle + (side * Math.PI) / 2, halfWidth * leafWidth(t, belly));
    });
  const [left, right] = [edge(-1), edge(1)];
  const middle = steps(9).map((t) => spine.at(t));
  const half = (points: Point[]): string => `${openCurve(points)}L${openCurve([...middle].reverse()).slice(1)}Z`;
  const across = heading - Math.PI / 2;
  const leftIsLit = Math.cos(across) * light.x + Math.sin(across) * light.y > 0;
  return {
    outline: `${openCurve(left)}L${openCurve([...right].reverse()).slice(1)}Z`,
    lit: half(leftIsLit ? left : right),
    shaded: half(leftIsLit ? right : left),
    midrib: closedCurve(stemOutline(spine, (t) => Math.max(0.3, length * 0.008 * (1 - t)))),
    veins: sideVeins(spine, halfWidth, belly, veins),
    spine,
  };
}

function sideVeins(spine: Spine, halfWidth: number, belly: number, pairs: number): string {
  let path = '';
  for (let index = 0; index < pairs; index += 1) {
    const start = lerp(0.05, 0.8, index / (pairs - 1));
    for (const side of [1, -1] as const) {
      const end = start + lerp(0.21, 0.1, ease(start));
      const root = spine.at(start + (side === 1 ? 0.012 : 0));
      const toward = spine.at(end);
      const bow = spine.at(lerp(start, end, 0.42));
      const tip = polar(toward, toward.angle + (side * Math.PI) / 2, halfWidth * leafWidth(end, belly) * 0.93);
      const control = polar(bow, bow.angle + (side * Math.PI) / 2, halfWidth * leafWidth(end, belly) * 0.62);
      path += `M${at(root)}Q${at(control)} ${at(tip)}`;
    }
  }
  return path;
}
