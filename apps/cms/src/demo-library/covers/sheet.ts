import { mix, type Oklch } from './color';
import { clamp, num } from './geometry';
import type { Studio } from './studio';
import { el } from './svg';

export interface SheetOptions {
  fill: string;
  /** The color of the cut edge that faces the light. */
  edge?: string;
  /** How far the sheet stands above what lies behind it, in pixels. */
  height: number;
  /** How dark its shadow is, from 0 to 1. */
  shade?: number;
  rule?: 'evenodd';
}

const WARM_SHADE: Oklch = { l: 0.3, c: 0.035, h: 70 };

interface Shadow {
  /** How dark it is at its darkest, from 0 to 1. */
  shade?: number | undefined;
  /** How many strokes it is built from. */
  count?: number;
  /** Whether the shape is so open that the middle of its shadow can be seen, too. */
  filled?: boolean;
}

/**
 * The soft shadow of a shape that stands `height` above what lies behind it. It is built from a few wide translucent strokes: next to
 * a blur filter that looks the same and costs a tenth of the time.
 */
export function softShadow({ light, palette }: Studio, d: string, height: number, shadow: Shadow = {}): string {
  const { shade = 0.3, count = Math.round(clamp(height * 0.55, 5, 22)), filled = false } = shadow;
  const color = mix(palette.ink, WARM_SHADE, 0.45);
  const opacity = Math.round((1 - (1 - shade) ** (1 / count)) * 1000) / 1000;
  const strokes = Array.from({ length: count }, (_, index) =>
    el('path', { d, 'stroke-width': num(height * 2.2 * ((index + 1) / count) ** 1.25) }),
  );
  return el(
    'g',
    {
      transform: `translate(${num(-light.x * height * 0.8)} ${num(-light.y * height * 0.8)})`,
      fill: filled ? color : 'none',
      'fill-opacity': filled ? opacity : undefined,
      stroke: color,
      'stroke-linejoin': 'round',
      'stroke-opacity': opacity,
    },
    ...strokes,
  );
}

/** A sheet of cut paper: its shadow, the bright edge toward the light, and its face. */
export function sheet(studio: Studio, d: string, { fill, edge, height, shade, rule }: SheetOptions): string {
  const { light } = studio;
  return (
    (height > 0 ? softShadow(studio, d, height, { shade }) : '') +
    (edge === undefined
      ? ''
      : el('path', { d, fill: edge, 'fill-rule': rule, transform: `translate(${num(light.x * 2.2)} ${num(light.y * 2.2)})` })) +
    el('path', { d, fill, 'fill-rule': rule })
  );
}
