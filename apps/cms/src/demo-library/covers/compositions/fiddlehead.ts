import { growCrozier, type CrozierOptions } from '../crozier';
import { growFrond } from '../frond';
import { closedCurve, lerp, openCurve, polar, steps, type Point } from '../geometry';
import { frondPaint, ghostPaint, paintFrond } from '../paint';
import { softShadow } from '../sheet';
import { growSpine, stemOutline, type Spine } from '../spine';
import type { Composition, Studio } from '../studio';
import { el } from '../svg';
import { toneAt } from '../tones';

interface Crozier extends CrozierOptions {
  thickness: number;
  level: number;
}

/** Young fronds, still coiled: one great spiral, with smaller ones at its foot and an open frond far behind. */
export const fiddlehead: Composition = (studio) => {
  const { random } = studio;
  const wave = (amount: number): number => random.between(-amount, amount);
  const base = 560 + wave(50);
  const croziers: Crozier[] = [
    { from: { x: base + 640, y: 1000 }, heading: -1.2, stem: 300, radius: 92, winds: 2.4, side: -1, thickness: 22, level: 1.9 },
    { from: { x: base - 330, y: 1000 }, heading: -1.1, stem: 470, radius: 120, winds: 2.6, side: -1, thickness: 27, level: 2.5 },
    { from: { x: base + 120, y: 1010 }, heading: -1.75, stem: 190, radius: 66, winds: 2.2, side: 1, thickness: 18, level: 3.3 },
    {
      from: { x: base, y: 1060 },
      heading: -1.86 + wave(0.05),
      stem: 700,
      radius: 292,
      winds: 3.1,
      side: 1,
      thickness: 46,
      level: 3.9,
    },
  ];
  return openFronds(studio) + croziers.map((crozier) => paintCrozier(studio, crozier)).join('');
};

function openFronds(studio: Studio): string {
  const { random, light } = studio;
  return [
    { x: -120, y: 620, heading: -0.55, length: 1300, bow: 0.6, reach: 300, level: 0.75 },
    { x: 1240 + random.between(-60, 60), y: 1030, heading: -1.2, length: 1100, bow: 0.35, reach: 250, level: 1.1 },
  ]
    .map(({ x, y, heading, length, bow, reach, level }) => {
      const spine = growSpine({ from: { x, y }, heading, length, turn: (t) => bow * t ** 1.6 });
      const frond = growFrond({ spine, reach, pairs: 32, form: 'lobed', stem: 8, light, random });
      return paintFrond(studio, frond, level < 1 ? ghostPaint(studio, 0.24) : frondPaint(studio, level));
    })
    .join('');
}

function paintCrozier(studio: Studio, crozier: Crozier): string {
  const { palette } = studio;
  const { side, thickness, level } = crozier;
  const { spine, coilStart } = growCrozier(crozier);
  const halfWidth = (t: number): number => (thickness / 2) * (1 - t * 0.8);
  const body = closedCurve(stemOutline(spine, halfWidth));
  const ribbon = (from: number, to: number, facing: 1 | -1): string =>
    closedCurve(litRibbon(studio, spine, halfWidth, from, to, facing));
  return (
    softShadow(studio, body, thickness * 0.7, { shade: 0.26 }) +
    folded(studio, crozier, spine, halfWidth, coilStart, side) +
    el('path', { d: body, fill: toneAt(palette, level) }) +
    el('path', { d: ribbon(0.2, 1, -1), fill: toneAt(palette, level + 0.75) }) +
    el('path', { d: ribbon(0.3, 0.92, 1), fill: toneAt(palette, level - 0.8) }) +
    el('path', { d: ribbon(0.62, 0.82, 1), fill: toneAt(palette, level - 1.9) }) +
    chaff(studio, spine, halfWidth, coilStart)
  );
}

/** A band along the stem that swells where the stem's flank faces the light (or away from it) and dies out where it does not. */
function litRibbon(
  { light }: Studio,
  spine: Spine,
  halfWidth: (t: number) => number,
  from: number,
  to: number,
  sense: 1 | -1,
): Point[] {
  const last = spine.points.length - 1;
  const edge = (offset: number): Point[] =>
    spine.points.map((point, index) => {
      const normal = point.angle + Math.PI / 2;
      const facing = sense * (Math.cos(normal) * light.x + Math.sin(normal) * light.y);
      const middle = (from + to) / 2;
      const reach = Math.sign(facing) * middle + facing * (offset - middle);
      return polar(point, normal, halfWidth(index / last) * (Math.abs(facing) < 0.02 ? middle * facing * 50 : reach));
    });
  return [...edge(from), ...edge(to).reverse()];
}

/** The side leaves, still rolled up, between one turn of the coil and the next. */
function folded(
  studio: Studio,
  { radius, winds, level }: Crozier,
  spine: Spine,
  halfWidth: (t: number) => number,
  coilStart: number,
  side: 1 | -1,
): string {
  const { random, palette } = studio;
  const gap = radius / winds;
  const faces: string[] = [];
  let travelled = coilStart * 0.86;
  while (travelled < 0.97) {
    const root = spine.at(travelled);
    const inward = root.angle + (side * Math.PI) / 2;
    const young = Math.min(1, 0.25 + ((travelled - coilStart * 0.86) / (1 - coilStart)) * 3.2);
    const size =
      Math.max(2.5, (gap * 0.3 - halfWidth(travelled) * 0.12) * young * lerp(1.05, 0.72, travelled)) * random.between(0.9, 1.08);
    const center = polar(root, inward, halfWidth(travelled) * 0.7 + size * 0.62);
    const curl = steps(14).map((t) => polar(center, inward + Math.PI + side * (0.9 + t * 8.2), size * 0.82 * (1 - t * 0.92)));
    const ball = closedCurve(
      steps(9)
        .slice(0, -1)
        .map((t) => polar(center, t * Math.PI * 2, size * (1 + 0.05 * Math.sin(t * 19)))),
    );
    faces.push(
      el('path', {
        d: ball,
        fill: toneAt(palette, level - 0.35 + random.between(-0.25, 0.25)),
        stroke: toneAt(palette, level + 0.9),
        'stroke-width': 1,
      }) +
        el('path', {
          d: openCurve(curl),
          fill: 'none',
          stroke: toneAt(palette, level - 1.7),
          'stroke-width': Math.max(0.7, size * 0.085),
          'stroke-linecap': 'round',
        }),
    );
    travelled += (size * 1.32) / spine.length;
  }
  return faces.join('');
}

/** The dry golden scales that young stems wear. */
function chaff({ random, palette }: Studio, spine: Spine, halfWidth: (t: number) => number, coilStart: number): string {
  const hairs: string[] = [];
  const count = Math.round(spine.length * coilStart * 0.16);
  for (let index = 0; index < count; index += 1) {
    const t = coilStart * random.between(0.02, 1.15) * random.between(0.75, 1);
    const place = spine.at(t);
    const side = random.sign();
    const base = polar(place, place.angle + (side * Math.PI) / 2, halfWidth(t) * random.between(0.55, 1));
    const tip = polar(base, place.angle + side * random.between(0.35, 1.1), halfWidth(t) * random.between(0.35, 0.9));
    hairs.push(openCurve([base, polar(base, place.angle + side * 0.2, halfWidth(t) * 0.3), tip]));
  }
  return el('path', {
    d: hairs.join(''),
    fill: 'none',
    stroke: toneAt({ ...palette, mid: palette.accent }, 3),
    'stroke-width': 1.5,
    'stroke-linecap': 'round',
    opacity: 0.85,
  });
}
