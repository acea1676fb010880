import type { Leaf } from './leaf';
import { softShadow } from './sheet';
import type { Studio } from './studio';
import { el } from './svg';

export interface LeafPaint {
  /** Colors at the base and at the tip. */
  lit: readonly [string, string];
  shaded: readonly [string, string];
  vein: string;
  veinWidth?: number;
  /** The shadow below: how far the leaf stands above what lies behind it, in pixels. */
  height?: number;
  shade?: number;
  edge?: string;
}

export function paintLeaf(studio: Studio, leaf: Leaf, paint: LeafPaint): string {
  const base = leaf.spine.at(0);
  const tip = leaf.spine.at(1);
  const fill = ([from, to]: readonly [string, string]): string =>
    studio.defs.linear(base.x, base.y, tip.x, tip.y, [
      { offset: 0, color: from },
      { offset: 1, color: to },
    ]);
  const { light } = studio;
  return (
    (paint.height === undefined ? '' : softShadow(studio, leaf.outline, paint.height, { shade: paint.shade })) +
    (paint.edge === undefined
      ? ''
      : el('path', {
          d: leaf.outline,
          fill: paint.edge,
          transform: `translate(${String(light.x * 1.8)} ${String(light.y * 1.8)})`,
        })) +
    el('path', { d: leaf.outline, fill: fill(paint.shaded) }) +
    el('path', { d: leaf.lit, fill: fill(paint.lit) }) +
    el('path', {
      d: leaf.veins,
      fill: 'none',
      stroke: paint.vein,
      'stroke-width': paint.veinWidth ?? 0.9,
      'stroke-linecap': 'round',
    }) +
    el('path', { d: leaf.midrib, fill: paint.vein })
  );
}
