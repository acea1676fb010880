import { bladeFrame, plainBlade } from './blade';
import { lerp, openCurve } from './geometry';
import { growSpine, stemOutline } from './spine';
import { el } from './svg';

const SIZE = 64;
const FERN = '#0d5134';
const PAPER = '#f8f4ea';

/**
 * The clinic's mark, a frond that leans into the light, as one path in a square of 64.
 * @param pairs how many pairs of blades it has; with fewer they are broader, for sizes at which six would blur
 */
function markPath(pairs: number): string {
  const spine = growSpine({ from: { x: 15.5, y: 62 }, heading: -1.34, length: 68, turn: (t) => 0.86 * t ** 1.6, segments: 8 });
  // Drawn the same way around as the blades are: paths that cross the other way would cancel each other out.
  const outline = stemOutline(spine, (t) => 2.1 - 1.4 * t).reverse();
  const middle = outline.length / 2;
  const stem = `${openCurve(outline.slice(0, middle))}L${openCurve(outline.slice(middle)).slice(1)}Z`;
  const blades: string[] = [];
  for (let index = 0; index < pairs * 2; index += 1) {
    const side = index % 2 === 0 ? 1 : -1;
    const part = Math.floor(index / 2) / (pairs - 1);
    const root = spine.at(lerp(0.24, 0.84, part ** 0.95));
    const length = lerp(25, 11, part ** 1.3) * (part === 0 ? 0.9 : 1);
    const along = bladeFrame(root, root.angle + side * lerp(1.12, 0.8, part), length, -side * 0.5);
    blades.push(plainBlade(along, lerp(17, 11.5, part) / pairs));
  }
  const tip = spine.at(0.88);
  return [stem, ...blades, plainBlade(bladeFrame(tip, tip.angle, 12, 0.2), 13 / pairs)].join('');
}

/** The mark alone, in the color of the text around it. */
export function markSvg(): string {
  const root = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${SIZE} ${SIZE}`, color: FERN, fill: 'currentColor' };
  return el('svg', root, el('path', { d: markPath(6) }));
}

export interface Tile {
  /** How much of the tile the mark takes up, from 0 to 1. */
  scale: number;
  /** The radius of the corners, where the tile's side is 64. */
  corner: number;
  pairs: number;
}

/** The mark on a tile of its own, which shows on light and on dark alike. */
export function tileSvg({ scale, corner, pairs }: Tile): string {
  const margin = ((1 - scale) * SIZE) / 2;
  return el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: SIZE, height: SIZE, viewBox: `0 0 ${SIZE} ${SIZE}` },
    el('rect', { width: SIZE, height: SIZE, rx: corner, fill: FERN }),
    el('path', { d: markPath(pairs), fill: PAPER, transform: `translate(${margin} ${margin}) scale(${scale})` }),
  );
}
