import { mix } from '../color';
import { growFrond } from '../frond';
import { closedCurve, lerp, openCurve, polar, steps, type Point } from '../geometry';
import { frondPaint, frondShadow, paintFrond } from '../paint';
import { sunlight } from '../palettes';
import { sheet } from '../sheet';
import { growSpine } from '../spine';
import { HEIGHT, WIDTH, type Composition, type Studio } from '../studio';
import { el } from '../svg';
import { toneAt } from '../tones';

const SHEETS = 5;
const TURN = Math.PI * 2;

/** The edge of an opening: the point at an angle, or as far outside it as `outward` says. */
type Rim = (angle: number, outward?: number) => Point;

/** A clearing seen through sheets of cut paper: each has an opening, wider than the one behind it, with ferns between them. */
export const hollow: Composition = (studio) => {
  const { random, palette, defs } = studio;
  const center = { x: WIDTH * random.between(0.58, 0.66), y: HEIGHT * random.between(0.41, 0.47) };
  const glow = defs.radial(center.x, center.y, 640, [
    { offset: 0, color: '#fffdf4' },
    { offset: 0.35, color: mix(palette.paper, sunlight, 0.45) },
    { offset: 0.65, color: mix(palette.mist, sunlight, 0.6) },
    { offset: 1, color: mix(palette.mist, sunlight, 0.4) },
  ]);
  const rims = Array.from({ length: SHEETS + 1 }, (_, index) => rimOf(studio, center, index / (SHEETS - 1)));
  return (
    el('rect', { width: WIDTH, height: HEIGHT, fill: glow }) +
    distance(studio, center) +
    steps(SHEETS)
      .map((near, index) => {
        const rim = rims[index];
        const next = rims[index + 1];
        if (rim === undefined || next === undefined) return '';
        const level = lerp(1.1, 4.7, near ** 0.92);
        return face(studio, rim, near, level) + ferns(studio, rim, next, near, level);
      })
      .join('')
  );
};

function rimOf({ random }: Studio, center: Point, near: number): Rim {
  const radius = { x: lerp(320, 890, near), y: lerp(255, 535, near) };
  const drift = { x: center.x - lerp(0, 90, near), y: center.y - lerp(0, 6, near) };
  const waves = [2, 3, 4, 5].map((count) => ({
    count,
    phase: random.between(0, TURN),
    swing: random.between(0.5, 1) * (0.115 / count),
  }));
  return (angle, outward = 0) => {
    const wobble = waves.reduce((sum, { count, phase, swing }) => sum + swing * Math.sin(angle * count + phase), 1);
    return {
      x: drift.x + Math.cos(angle) * (radius.x * wobble + outward),
      y: drift.y + Math.sin(angle) * (radius.y * wobble + outward),
    };
  };
}

/** What can be seen through the openings: pale fronds, far away in the light. */
function distance(studio: Studio, center: Point): string {
  const { random, light } = studio;
  return [-1, 0.9, -0.35, 0.5]
    .map((lean) => {
      const from = { x: center.x + lean * 130 + random.between(-30, 30), y: center.y + 330 };
      const bow = lean * random.between(0.9, 1.4);
      const length = random.between(300, 420);
      const spine = growSpine({ from, heading: -Math.PI / 2 - lean * 0.1, length, turn: (t) => bow * t ** 1.6, segments: 32 });
      const frond = growFrond({ spine, reach: 70, pairs: 24, form: 'lobed', stem: 3, light, random });
      return paintFrond(studio, frond, { ...frondPaint(studio, random.between(0.55, 0.95)), veinWidth: 0.5 });
    })
    .join('');
}

function face(studio: Studio, rim: Rim, near: number, level: number): string {
  const { palette, noise } = studio;
  const hole = closedCurve(
    steps(65)
      .slice(0, -1)
      .map((t) => rim(t * TURN)),
  );
  const lines = Array.from({ length: 8 }, (_, index) => {
    const start = noise(index * 3.1, near * 40) * 3;
    const out = 13 + index * lerp(11, 20, near);
    const sweep = TURN * (0.45 + 0.3 * noise(index, near * 40 + 2));
    return openCurve(steps(40).map((t) => rim(start + t * sweep, out + 5 * noise(t * 9, index))));
  });
  return (
    sheet(studio, `M-60-60H${WIDTH + 60}V${HEIGHT + 60}H-60Z${hole}`, {
      fill: toneAt(palette, level),
      edge: toneAt(palette, level - 0.9),
      height: lerp(12, 36, near),
      shade: lerp(0.16, 0.36, near),
      rule: 'evenodd',
    }) + el('path', { d: lines.join(''), fill: 'none', stroke: toneAt(palette, level - 0.8), 'stroke-width': 1, opacity: 0.45 })
  );
}

/** Clumps of ferns that come out from behind the next sheet and reach over this one into the opening. */
function ferns(studio: Studio, rim: Rim, next: Rim, near: number, level: number): string {
  const { random } = studio;
  const drawn: string[] = [];
  const clumps = Math.round(lerp(6, 5, near));
  const turned = random.between(0, TURN);
  for (let clump = 0; clump < clumps; clump += 1) {
    const middle = turned + ((clump + random.between(-0.3, 0.3)) / clumps) * TURN;
    const fans = random.whole(2, 4);
    for (let fan = 0; fan < fans; fan += 1) {
      const spread = fans === 1 ? 0 : (fan / (fans - 1) - 0.5) * 2;
      const angle = middle + spread * lerp(0.1, 0.045, near);
      const [from, target] = [next(angle, 40), rim(angle)];
      const gap = Math.hypot(from.x - target.x, from.y - target.y);
      const length = Math.min(420, gap * random.between(1.2, 1.6) + 50) * (1 - Math.abs(spread) * 0.22);
      const inward = Math.atan2(target.y - from.y, target.x - from.x);
      const reached = polar(from, inward, length * 0.8);
      if (Math.min(reached.x, reached.y) < 0 || reached.x > WIDTH || reached.y > HEIGHT) continue;
      drawn.push(fern(studio, from, inward, spread, length, near, level + random.between(0.05, 0.45)));
    }
  }
  return drawn.join('');
}

function fern(studio: Studio, from: Point, inward: number, spread: number, length: number, near: number, tone: number): string {
  const { random, palette, light } = studio;
  // The outer fronds of a clump bow away from its middle; on the walls all of them sink a little.
  const sink = Math.cos(inward) * 0.45;
  const bow = spread * 0.75 + sink + random.between(-0.15, 0.15);
  const spine = growSpine({
    from,
    heading: inward + spread * 0.35 - sink * 0.9,
    length,
    turn: (t) => bow * t ** 1.4,
    segments: 32,
  });
  const frond = growFrond({
    spine,
    reach: length * 0.22,
    pairs: Math.round(lerp(14, 23, near)),
    form: near > 0.45 ? 'lobed' : 'plain',
    bare: 0.1,
    stem: lerp(2.2, 5.5, near),
    light,
    random,
    fullness: 0.9,
  });
  return (
    (near > 0.2 ? frondShadow(studio, frond, lerp(6, 13, near), lerp(0.1, 0.18, near)) : '') +
    paintFrond(studio, frond, {
      lit: [toneAt(palette, tone - 0.1), toneAt(palette, tone - 0.5)],
      shaded: [toneAt(palette, tone + 0.25), toneAt(palette, tone - 0.1)],
      stem: toneAt(palette, tone - 0.7),
      vein: toneAt(palette, tone - 0.85),
      veinWidth: 0.7,
    })
  );
}
