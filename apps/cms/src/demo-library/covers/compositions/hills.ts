import { hex, mix } from '../color';
import { growFrond } from '../frond';
import { lerp, openCurve, polar, steps, type Point } from '../geometry';
import { growLeaf } from '../leaf';
import { paintLeaf } from '../leaf-paint';
import { frondPaint, frondShadow, paintFrond } from '../paint';
import { sunlight } from '../palettes';
import { sheet, softShadow } from '../sheet';
import { growSpine } from '../spine';
import { HEIGHT, WIDTH, type Composition, type Studio } from '../studio';
import { el } from '../svg';
import { toneAt } from '../tones';

const RIDGES = 6;

type Skyline = (x: number) => number;

/** Slopes that come down from both sides to a valley: far ones of bracken in the mist, near ones of great leaves. */
export const hills: Composition = (studio) => {
  const valley = WIDTH * studio.random.between(0.56, 0.64);
  return (
    daybreak(studio, valley) +
    Array.from({ length: RIDGES }, (_, index) => ridge(studio, index, valley)).join('') +
    foreground(studio)
  );
};

/** Light behind the hills, and thin rings in the sky around it. */
function daybreak({ defs, palette, noise }: Studio, valley: number): string {
  const center = { x: valley - 30, y: HEIGHT * 0.43 };
  const glow = defs.radial(center.x, center.y, 680, [
    { offset: 0, color: '#fffdf4' },
    { offset: 0.3, color: mix(palette.paper, sunlight, 0.6), opacity: 0.95 },
    { offset: 0.6, color: hex(sunlight), opacity: 0.5 },
    { offset: 1, color: hex(sunlight), opacity: 0 },
  ]);
  const rings = Array.from({ length: 11 }, (_, index) => {
    const radius = 120 + 46 * index ** 1.16;
    const start = Math.PI * (1.02 + 0.3 * noise(index * 2.7));
    const sweep = Math.PI * (0.7 + 0.3 * noise(index * 1.9, 5));
    const points = steps(30).map((t) => polar(center, start + sweep * t, radius * (1 + 0.006 * noise(t * 6, index))));
    return el('path', { d: openCurve(points), opacity: lerp(0.9, 0.35, index / 10) });
  });
  return (
    el('rect', { width: WIDTH, height: HEIGHT, fill: glow }) +
    el('g', { fill: 'none', stroke: mix(palette.soft, sunlight, 0.35), 'stroke-width': 1.5, 'stroke-linecap': 'round' }, ...rings)
  );
}

function ridge(studio: Studio, index: number, valley: number): string {
  const { noise, palette } = studio;
  const near = index / (RIDGES - 1);
  const side = index % 2 === 0 ? 1 : -1;
  const foot = HEIGHT * lerp(0.53, 0.98, near ** 0.95);
  const steep = lerp(130, 380, near);
  const top: Skyline = (x) => {
    const away = ((x - valley) / WIDTH) * side;
    // Each slope rises on its own side of the valley and runs out flat on the other.
    const rise = away > 0 ? away ** 1.1 * 1.9 : away * 0.28;
    return foot - steep * rise - lerp(34, 46, near) * noise(x / lerp(240, 420, near) + index * 7.3, index);
  };
  const level = lerp(0.95, 4.4, near);
  const line = steps(49).map((t) => lerp(-60, WIDTH + 60, t));
  const face = `${openCurve(line.map((x) => ({ x, y: top(x) })))}V${HEIGHT + 80}H-60Z`;
  const mist = studio.defs.linear(0, foot - steep * 0.9, 0, foot + lerp(80, 160, near), [
    { offset: 0, color: toneAt(palette, level) },
    { offset: 1, color: toneAt(palette, level - 0.8) },
  ]);
  const body = sheet(studio, face, { fill: mist, height: lerp(10, 30, near), shade: lerp(0.1, 0.22, near) });
  return (index < 2 ? '' : fringe(studio, top, near, level)) + body + contours(studio, top, near, level);
}

/** Two fronds so close that they leave the picture. */
function foreground(studio: Studio): string {
  const { random, light } = studio;
  return [
    { x: -60, y: 800, heading: -0.35, length: 560, bow: 0.75, level: 4.25 },
    { x: 40, y: 990, heading: -1.05, length: 640, bow: 1.05, level: 4.7 },
  ]
    .map(({ x, y, heading, length, bow, level }) => {
      const turn = (t: number): number => bow * t ** 1.5;
      const spine = growSpine({
        from: { x: x + random.between(-30, 60), y },
        heading,
        length: length * random.between(0.9, 1.15),
        turn,
      });
      const frond = growFrond({ spine, reach: 128, pairs: 26, form: 'lobed', stem: 9, light, random, fullness: 0.94 });
      return frondShadow(studio, frond, 22, 0.24) + paintFrond(studio, frond, frondPaint(studio, level));
    })
    .join('');
}

function contours({ noise, palette }: Studio, top: Skyline, near: number, level: number): string {
  const lines = Array.from({ length: 13 }, (_, row) =>
    openCurve(
      steps(33).map((t) => {
        const x = lerp(-60, WIDTH + 60, t);
        return { x, y: top(x) + 12 + row * lerp(9, 14, near) + row ** 1.7 * 0.8 + 8 * noise(x / 170 + row, near * 9) };
      }),
    ),
  );
  return el('path', { d: lines.join(''), fill: 'none', stroke: toneAt(palette, level + 0.8), 'stroke-width': 0.9, opacity: 0.4 });
}

/** Ferns and leaves along a ridge, bent by one wind; the hill in front hides where they grow from. */
function fringe(studio: Studio, top: Skyline, near: number, level: number): string {
  const { random, noise } = studio;
  const size = lerp(30, 290, near ** 1.1);
  const drawn: { rank: number; svg: string }[] = [];
  for (let x = -size * 0.5; x < WIDTH + size * 0.5; x += size * random.between(0.18, 0.36)) {
    const growth = 0.62 + 0.55 * noise(x / (size * 2.4), near * 30);
    if (growth < 0.32) continue;
    const length = size * growth * random.between(0.8, 1.2);
    const plant = {
      x,
      y: top(x),
      length,
      wind: 0.5 * noise(x / 420, near * 12 + 3),
      near,
      level: level + random.between(-0.4, 0.3),
    };
    drawn.push({ rank: random.next() - length / size, svg: random.chance(0.5) ? fern(studio, plant) : leaf(studio, plant) });
  }
  return drawn
    .sort((a, b) => a.rank - b.rank)
    .map(({ svg }) => svg)
    .join('');
}

interface Plant extends Point {
  length: number;
  /** How far the wind turns it, in radians. */
  wind: number;
  near: number;
  level: number;
}

function fern(studio: Studio, { x, y, length, wind, near, level }: Plant): string {
  const { random, light } = studio;
  const bow = wind * 1.4 + random.sign() * random.between(0.7, 1.3);
  const spine = growSpine({
    from: { x, y: y + length * 0.12 },
    heading: -Math.PI / 2 - bow * 0.15 + wind * 0.3,
    length: length * 1.25,
    turn: (t) => bow * t ** 1.5,
    segments: 28,
  });
  const frond = growFrond({
    spine,
    reach: length * 0.24,
    pairs: Math.round(lerp(12, 22, near)),
    form: near > 0.7 ? 'lobed' : 'plain',
    stem: lerp(1.4, 5, near),
    light,
    random,
    fullness: 0.9,
  });
  return (
    (near > 0.5 ? frondShadow(studio, frond, 9, 0.12) : '') +
    paintFrond(studio, frond, { ...frondPaint(studio, level + 0.25), veinWidth: 0.6 })
  );
}

function leaf(studio: Studio, { x, y, length, wind, near, level }: Plant): string {
  const { random, palette, light } = studio;
  const grown = growLeaf({
    from: { x, y: y + length * 0.2 },
    heading: -Math.PI / 2 + wind + random.between(-0.4, 0.4),
    length: length * 0.95,
    halfWidth: length * random.between(0.11, 0.16),
    bend: wind + random.between(-0.6, 0.6),
    belly: random.between(0.38, 0.46),
    veins: near > 0.5 ? 13 : 8,
    light,
  });
  return (
    (near > 0.5 ? softShadow(studio, grown.outline, 8, { shade: 0.13 }) : '') +
    paintLeaf(studio, grown, {
      lit: [toneAt(palette, level), toneAt(palette, level - 0.8)],
      shaded: [toneAt(palette, level + 0.45), toneAt(palette, level - 0.15)],
      vein: toneAt(palette, level - 1.15),
      veinWidth: lerp(0.5, 1, near),
      edge: toneAt(palette, level - 1.25),
    })
  );
}
