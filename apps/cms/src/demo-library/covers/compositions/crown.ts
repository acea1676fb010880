import { hex, mix } from '../color';
import { growFrond, type FrondOptions } from '../frond';
import { lerp, polar, type Point } from '../geometry';
import { frondPaint, frondShadow, ghostPaint, paintFrond } from '../paint';
import { growSpine } from '../spine';
import { HEIGHT, WIDTH, type Composition, type Studio } from '../studio';
import { el } from '../svg';
import { dot } from '../umbel';

const TURN = Math.PI * 2;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

interface Whorl {
  count: number;
  length: number;
  /** Where the blades begin, as a distance from the middle. */
  inner: number;
  reach: number;
  form: FrondOptions['form'];
  /** The tone on the palette's ladder, or the accent for the ring that lies farthest down. */
  level: number | 'accent';
  height: number;
}

const WHORLS: readonly Whorl[] = [
  { count: 11, length: 1120, inner: 60, reach: 190, form: 'plain', level: 'accent', height: 0 },
  { count: 13, length: 900, inner: 50, reach: 135, form: 'lobed', level: 1.7, height: 9 },
  { count: 11, length: 640, inner: 40, reach: 104, form: 'lobed', level: 2.9, height: 13 },
  { count: 9, length: 420, inner: 30, reach: 76, form: 'feathered', level: 4.2, height: 15 },
];

/** A fern seen from above: ring upon ring of fronds around a middle full of spores. */
export const crown: Composition = (studio) => {
  const { random } = studio;
  const middle = { x: WIDTH * random.between(0.56, 0.62), y: HEIGHT * random.between(0.48, 0.54) };
  // All rings turn the same way, like the vanes of a wheel.
  const swirl = random.between(0.4, 0.7);
  return WHORLS.map((whorl) => ring(studio, middle, whorl, swirl)).join('') + heart(studio, middle);
};

function ring(studio: Studio, middle: Point, whorl: Whorl, swirl: number): string {
  const { random, light } = studio;
  const { count, inner, reach, form, level, height } = whorl;
  const start = random.between(0, TURN);
  return Array.from({ length: count }, (_, index) => {
    const angle = start + ((index + random.between(-0.16, 0.16)) / count) * TURN;
    const length = whorl.length * random.between(0.88, 1.08);
    const bow = swirl * random.between(0.75, 1.3);
    const spine = growSpine({
      from: polar(middle, angle, inner * 0.4),
      heading: angle - bow * 0.25,
      length,
      turn: (t) => bow * t ** 1.6,
    });
    const pairs = Math.round(lerp(20, 32, length / 1100));
    const stem = lerp(5, 9, length / 1100);
    const frond = growFrond({ spine, reach, pairs, form, stem, bare: inner / length, light, random, fullness: 0.92 });
    if (level === 'accent') return paintFrond(studio, frond, ghostPaint(studio, 0.2));
    return (
      frondShadow(studio, frond, height, 0.16) +
      paintFrond(studio, frond, frondPaint(studio, level + random.between(-0.25, 0.25)))
    );
  }).join('');
}

/** The middle of the plant: spores set at the golden angle, as seeds sit in a flower head. */
function heart({ random, palette, defs }: Studio, middle: Point): string {
  const count = 170;
  const radius = 88;
  const bowl = defs.radial(middle.x, middle.y, radius * 1.5, [
    { offset: 0, color: hex(palette.ink) },
    { offset: 0.55, color: hex(palette.ink), opacity: 0.9 },
    { offset: 1, color: hex(palette.ink), opacity: 0 },
  ]);
  const spores = Array.from({ length: count }, (_, index) => {
    const part = (index + 0.5) / count;
    const place = polar(middle, index * GOLDEN_ANGLE, radius * part ** 0.5);
    const fill = mix(palette.accent, index % 5 === 0 ? palette.mist : palette.paper, random.between(0, 0.3) + 0.3 * part);
    return el('path', { d: dot(place, lerp(1.9, 4.4, part ** 0.6)), fill });
  });
  return el('path', { d: dot(middle, radius * 1.5), fill: bowl }) + spores.join('');
}
