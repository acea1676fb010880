import { mix } from './color';
import { clamp } from './geometry';
import type { Palette } from './palettes';

/** The palette as a ladder without steps: 0 is the paper, 1 mist, 2 soft, 3 mid, 4 deep and 5 ink. */
export function toneAt(palette: Palette, position: number): string {
  const ladder = [palette.paper, palette.mist, palette.soft, palette.mid, palette.deep, palette.ink] as const;
  const place = clamp(position, 0, 4.9999);
  const index = Math.floor(place);
  return mix(ladder[index] ?? palette.mid, ladder[index + 1] ?? palette.ink, place - index);
}
