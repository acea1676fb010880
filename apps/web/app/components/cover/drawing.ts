/** A drawn cover on a sheet of 160 by 90: a low sun and fronds before it. */
export interface Drawing {
  sun: { x: number; y: number; radius: number };
  /** Outlines of the fronds, the one farthest away first. */
  fronds: string[];
}

interface Point {
  x: number;
  y: number;
}

const LEAFLETS = 13;

/** The same seed always gives the same drawing. */
export function draw(seed: string): Drawing {
  const random = randomFrom(seed);
  const between = (low: number, high: number) => low + (high - low) * random();
  const side = random() < 0.5 ? 1 : -1;
  return {
    sun: { x: round(80 - side * between(18, 34)), y: round(between(34, 46)), radius: round(between(17, 25)) },
    fronds: [0.62, 0.8, 1].map((size, i) => {
      const foot = { x: 80 + side * (between(6, 30) - i * 24), y: 96 };
      const lean = side * between(18, 52) * (i === 1 ? -1 : 1);
      const tip = { x: foot.x + lean, y: 96 - 82 * size };
      return frond(foot, { x: foot.x + lean * 0.1, y: (foot.y + tip.y) / 2 - 8 }, tip, 21 * size);
    }),
  };
}

function frond(foot: Point, bend: Point, tip: Point, length: number): string {
  const at = (t: number): Point => ({
    x: (1 - t) ** 2 * foot.x + 2 * (1 - t) * t * bend.x + t ** 2 * tip.x,
    y: (1 - t) ** 2 * foot.y + 2 * (1 - t) * t * bend.y + t ** 2 * tip.y,
  });
  const leaflets = Array.from({ length: LEAFLETS }, (_, i) => {
    const t = 0.16 + (0.84 * i) / LEAFLETS;
    const from = at(t);
    const ahead = at(Math.min(1, t + 0.02));
    const direction = Math.atan2(ahead.y - from.y, ahead.x - from.x);
    const reach = length * Math.sin(Math.PI * (0.22 + 0.76 * t)) ** 0.8;
    return leaflet(from, direction - 1.05, reach) + leaflet(from, direction + 1.05, reach);
  });
  return spine(foot, bend, tip) + leaflets.join('');
}

function spine(foot: Point, bend: Point, tip: Point): string {
  return `M${pair(foot)}Q${pair(bend)} ${pair(tip)}Q${pair({ x: bend.x + 0.9, y: bend.y })} ${pair({ x: foot.x + 1.4, y: foot.y })}Z`;
}

/** A blade: two bows from its foot to its point. */
function leaflet(from: Point, angle: number, reach: number): string {
  const along = (distance: number, aside: number): Point => ({
    x: from.x + Math.cos(angle) * distance - Math.sin(angle) * aside,
    y: from.y + Math.sin(angle) * distance + Math.cos(angle) * aside,
  });
  const point = along(reach, 0);
  return `M${pair(from)}Q${pair(along(reach * 0.45, reach * 0.17))} ${pair(point)}Q${pair(along(reach * 0.45, -reach * 0.17))} ${pair(from)}Z`;
}

function pair({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A small generator of numbers from 0 to 1 (mulberry32 on an FNV-1a hash). */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
