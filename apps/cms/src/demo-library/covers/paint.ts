import { mix } from './color';
import type { Frond } from './frond';
import { clamp } from './geometry';
import { softShadow } from './sheet';
import type { Studio } from './studio';
import { el, type Defs } from './svg';
import { toneAt } from './tones';

export interface FrondPaint {
  /** The color at the root and at the tip, for the blades turned to the light. */
  lit: readonly [string, string];
  shaded: readonly [string, string];
  stem: string;
  vein: string;
  veinWidth?: number;
  opacity?: number;
}

export function paintFrond({ defs }: Studio, frond: Frond, paint: FrondPaint): string {
  const root = frond.spine.at(0);
  const tip = frond.spine.at(1);
  const fill = ([from, to]: readonly [string, string]): string => alongFill(defs, root, tip, from, to);
  return el(
    'g',
    { opacity: paint.opacity },
    el('path', { d: frond.shaded, fill: fill(paint.shaded) }),
    el('path', { d: frond.lit, fill: fill(paint.lit) }),
    el('path', {
      d: frond.veins,
      fill: 'none',
      stroke: paint.vein,
      'stroke-width': paint.veinWidth ?? 0.8,
      'stroke-linecap': 'round',
    }),
    el('path', { d: frond.stem, fill: paint.stem }),
  );
}

function alongFill(defs: Defs, root: { x: number; y: number }, tip: { x: number; y: number }, from: string, to: string): string {
  if (from === to) return from;
  return defs.linear(root.x, root.y, tip.x, tip.y, [
    { offset: 0, color: from },
    { offset: 1, color: to },
  ]);
}

/** The soft shadow that a frond, lifted `height` above what lies behind it, throws away from the light. */
export function frondShadow(studio: Studio, frond: Frond, height: number, shade: number): string {
  return softShadow(studio, frond.silhouette, height, { shade, count: Math.round(clamp(height * 0.3, 4, 9)), filled: true });
}

/** The paint for a far, pale frond in the accent: the second color of the print. */
export function ghostPaint({ palette }: Studio, strength: number): FrondPaint {
  const tone = (amount: number): string => mix(palette.paper, palette.accent, amount * strength);
  return { lit: [tone(1), tone(0.7)], shaded: [tone(1.15), tone(0.85)], stem: tone(1.5), vein: tone(0.45) };
}

/** The paint for a frond whose tone on the palette's ladder (see `toneAt`) is about `level`. */
export function frondPaint({ palette }: Studio, level: number): FrondPaint {
  return {
    lit: [toneAt(palette, level), toneAt(palette, level - 0.55)],
    shaded: [toneAt(palette, level + 0.5), toneAt(palette, level - 0.1)],
    stem: toneAt(palette, level + 0.75),
    vein: toneAt(palette, level > 3 ? level - 1.1 : level - 1.6),
  };
}
