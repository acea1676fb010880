import { bladeFrame, featheredBlade, lobedBlade, plainBlade } from './blade';
import { at, clamp, closedCurve, ease, lerp, type Point } from './geometry';
import type { Random } from './random';
import { stemOutline, type Spine } from './spine';

export interface FrondOptions {
  spine: Spine;
  /** How long the longest blade is. */
  reach: number;
  /** How many pairs of blades it has. */
  pairs: number;
  form: 'plain' | 'lobed' | 'feathered';
  /** The part of the stem, from the root, that carries no blades. */
  bare?: number;
  /** The thickness of the stem at its root. */
  stem: number;
  /** How wide a blade is, where 1 makes neighbours touch. */
  fullness?: number;
  light: Point;
  random: Random;
}

/** A fern frond, in parts that are painted one after the other. */
export interface Frond {
  /** The blades turned to the light, and those turned away. */
  lit: string;
  shaded: string;
  stem: string;
  /** The blades' midribs and side veins, to be drawn as hairlines. */
  veins: string;
  /** The blades without their lobes: enough for a shadow. */
  silhouette: string;
  spine: Spine;
}

/** How long a blade is at `q` of the leafy part, as a part of the longest. */
const lanceolate = (q: number): number => lerp(0.42, 1, ease(q, -0.02, 0.3)) * (1 - q ** 1.9) ** 0.92;

export function growFrond(options: FrondOptions): Frond {
  const { spine, reach, pairs, form, bare = 0.14, stem, fullness = 1, light, random } = options;
  const lit: string[] = [];
  const shaded: string[] = [];
  const veins: string[] = [];
  const silhouette: string[] = [];

  for (let index = 0; index < pairs * 2; index += 1) {
    const side = index % 2 === 0 ? 1 : -1;
    const x = (Math.floor(index / 2) + (side === 1 ? 0.2 : 0.62)) / pairs;
    // Blades stand closer toward the tip.
    const q = 1 - (1 - x) ** 1.22;
    const spacing = ((1 - bare) * spine.length * 1.22 * (1 - x) ** 0.22) / pairs;
    const root = spine.at(lerp(bare, 1, q));
    const length = Math.max(2, reach * lanceolate(q) * random.between(0.95, 1.04));
    const angle = root.angle + side * lerp(1.32, 0.62, q ** 1.4) * random.between(0.96, 1.04);
    const bend = -side * random.between(0.22, 0.42);
    const halfWidth = clamp(spacing * 0.5 * fullness, 1, length * 0.3);
    const along = bladeFrame(root, angle, length, bend);
    const lobes = Math.round(clamp(length / (halfWidth * (form === 'feathered' ? 0.62 : 0.7)), 4, 22));
    const shape =
      form === 'plain'
        ? plainBlade(along, halfWidth)
        : form === 'lobed'
          ? lobedBlade(along, halfWidth, lobes, random)
          : featheredBlade(along, halfWidth, lobes, random);

    const facing = Math.cos(angle) * light.x + Math.sin(angle) * light.y;
    (facing > 0 ? lit : shaded).push(shape);
    silhouette.push(plainBlade(along, halfWidth * 0.8));
    if (length > 14) {
      veins.push(`M${at(root)}Q${at(along(0.5, 0))} ${at(along(0.94, 0))}`);
      if (form === 'lobed' && halfWidth > 7) veins.push(sideVeins(along, halfWidth, lobes));
    }
  }

  const thickness = (t: number): number => Math.max(0.5, (stem / 2) * (1 - t) ** 0.8);
  return {
    lit: lit.join(''),
    shaded: shaded.join(''),
    stem: closedCurve(stemOutline(spine, thickness)),
    veins: veins.join(''),
    silhouette: silhouette.join(''),
    spine,
  };
}

function sideVeins(along: (u: number, across: number) => Point, halfWidth: number, lobes: number): string {
  let path = '';
  for (let index = 0; index < lobes - 2; index += 1) {
    const u = (index + 0.12) / lobes;
    const reach = halfWidth * 0.62 * (1 - u);
    for (const side of [1, -1]) path += `M${at(along(u, 0))}L${at(along(u + 0.55 / lobes, side * reach))}`;
  }
  return path;
}
