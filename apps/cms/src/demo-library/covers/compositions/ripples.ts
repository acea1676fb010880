import { hex, mix } from '../color';
import { growFrond } from '../frond';
import { closedCurve, lerp, steps, type Point } from '../geometry';
import { growLeaf } from '../leaf';
import { paintLeaf } from '../leaf-paint';
import { growLilyPad } from '../lily-pad';
import { frondPaint, frondShadow, paintFrond } from '../paint';
import { sheet } from '../sheet';
import { growSpine } from '../spine';
import { HEIGHT, WIDTH, type Composition, type Studio } from '../studio';
import { el } from '../svg';
import { toneAt } from '../tones';

/** How flat a circle on the water looks. */
const FLATTEN = 0.6;

/** Still water with rings going out over it, floating leaves, and a frond above. */
export const ripples: Composition = (studio) => {
  const { random } = studio;
  const drop = { x: WIDTH * random.between(0.56, 0.64), y: HEIGHT * random.between(0.46, 0.54) };
  const second = { x: WIDTH * random.between(0.1, 0.24), y: HEIGHT * random.between(0.62, 0.9) };
  // The frond hangs in from above or rises from below; the lily pads keep to the opposite corner.
  const upper = random.chance(0.5);
  return (
    water(studio, drop) +
    rings(studio, second, 7, 520, 0.55) +
    rings(studio, drop, 15, 1300, 1) +
    pads(studio, !upper) +
    leaves(studio, drop, upper) +
    overhang(studio, upper)
  );
};

function water({ palette, defs }: Studio, drop: Point): string {
  const fill = defs.radial(
    drop.x - 120,
    (drop.y - 60) / FLATTEN,
    1240,
    [
      { offset: 0, color: '#fdf8ec' },
      { offset: 0.3, color: mix(palette.paper, palette.mist, 0.35) },
      { offset: 0.65, color: toneAt(palette, 1.15) },
      { offset: 1, color: toneAt(palette, 2.1) },
    ],
    `scale(1 ${FLATTEN})`,
  );
  return el('rect', { width: WIDTH, height: HEIGHT, fill });
}

/** Rings that swell on the side turned from the light and all but vanish on the other, like strokes of a brush. */
function rings(studio: Studio, center: Point, count: number, reach: number, strength: number): string {
  const { palette, noise, light } = studio;
  const strokes: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const part = (index + 0.7) / count;
    const radius = reach * part ** 1.4;
    const swell = lerp(5, 15, part) * strength;
    const ring = (offset: number): Point[] =>
      steps(73)
        .slice(0, -1)
        .map((t) => {
          const angle = t * Math.PI * 2;
          const [c, s] = [Math.cos(angle), Math.sin(angle)];
          const wobble = 1 + 0.014 * noise(c * 2 + index * 0.5, s * 2) + 0.006 * noise(c * 6, s * 6 + index);
          const away = 0.5 - 0.5 * (c * light.x + s * light.y);
          const brush = Math.max(0, away ** 1.3 * (0.75 + 0.6 * noise(c * 2.5 + index * 2.3, s * 2.5)));
          const edge = radius * wobble + offset * swell * brush;
          return { x: center.x + c * edge, y: center.y + s * edge * FLATTEN };
        });
    const band = (from: number, to: number): string => closedCurve(ring(from)) + closedCurve(ring(to).reverse());
    const fade = (1 - part) ** 0.6;
    strokes.push(
      el('path', { d: band(0, 1), fill: toneAt(palette, 3.1), opacity: Math.round(fade * 62) / 100 }) +
        el('path', { d: band(1.1, 2), fill: '#fffdf6', opacity: Math.round(fade * 80) / 100 }) +
        el('path', { d: band(2.6, 3), fill: toneAt(palette, 2.4), opacity: Math.round(fade * 50) / 100 }),
    );
  }
  return strokes.join('');
}

function pads(studio: Studio, upper: boolean): string {
  const { random, palette, defs } = studio;
  return (
    [
      { x: 1480, y: 860, radius: 235, level: 3.9 },
      { x: 1235, y: 905, radius: 120, level: 3.1 },
      { x: 1560, y: 590, radius: 92, level: 2.7 },
    ] as const
  )
    .map(({ x, y, radius, level }) => {
      const center = { x: x + random.between(-60, 30), y: ((upper ? HEIGHT - y : y) + random.between(-20, 20)) / 0.7 };
      const pad = growLilyPad(center, radius, random.between(2.4, 4), random);
      const fill = defs.linear(center.x - radius * 0.6, center.y - radius, center.x + radius * 0.6, center.y + radius, [
        { offset: 0, color: toneAt(palette, level - 0.75) },
        { offset: 1, color: toneAt(palette, level + 0.35) },
      ]);
      return el(
        'g',
        { transform: 'scale(1 .7)' },
        sheet(studio, pad.outline, { fill, edge: toneAt(palette, level - 1.6), height: 22, shade: 0.24 }),
        el('path', { d: pad.veins, fill: 'none', stroke: toneAt(palette, level - 1.25), 'stroke-width': 1.1, opacity: 0.85 }),
      );
    })
    .join('');
}

/** Leaves on the water, away from where the frond hangs over it. */
function leaves(studio: Studio, drop: Point, upper: boolean): string {
  const { random, palette, light } = studio;
  const start = random.between(0.2, 0.6);
  return (
    [
      { angle: 2.5, distance: 330, length: 250, level: 4.1 },
      { angle: 3.05, distance: 470, length: 150, level: 3.3 },
      { angle: 0.15, distance: 410, length: 128, level: 2.7 },
      { angle: 5.3, distance: 260, length: 104, level: 0 },
      { angle: 4.5, distance: 420, length: 84, level: 3 },
    ] as const
  )
    .map(({ angle, distance, length, level }, index) => {
      const place = (angle + start - 0.4) * (upper ? 1 : -1);
      const center = { x: drop.x + Math.cos(place) * distance * 1.1, y: drop.y + Math.sin(place) * distance * FLATTEN };
      const heading = place + random.between(1, 2.2);
      const leaf = growLeaf({
        from: { x: -Math.cos(heading) * length * 0.5, y: -Math.sin(heading) * length * 0.5 },
        heading,
        length,
        halfWidth: length * random.between(0.19, 0.25),
        bend: random.between(-0.8, 0.8),
        belly: random.between(0.36, 0.46),
        veins: index === 0 ? 13 : 9,
        light,
      });
      const colors =
        level === 0
          ? {
              lit: [hex(palette.accent), mix(palette.accent, palette.paper, 0.3)] as const,
              shaded: [mix(palette.accent, palette.ink, 0.3), hex(palette.accent)] as const,
              vein: mix(palette.accent, palette.paper, 0.6),
              edge: mix(palette.accent, palette.paper, 0.6),
            }
          : {
              lit: [toneAt(palette, level), toneAt(palette, level - 0.8)] as const,
              shaded: [toneAt(palette, level + 0.55), toneAt(palette, level - 0.05)] as const,
              vein: toneAt(palette, level - 1.5),
              edge: toneAt(palette, level - 1.5),
            };
      const painted = paintLeaf(studio, leaf, { ...colors, height: 9 + length * 0.05, shade: 0.22 });
      return (
        rings(studio, center, 3, length * 0.95, 0.3) +
        el('g', { transform: `translate(${Math.round(center.x)} ${Math.round(center.y)}) scale(1 .78)` }, painted)
      );
    })
    .join('');
}

function overhang(studio: Studio, upper: boolean): string {
  const { random, light } = studio;
  return [
    { y: 300, heading: -0.5, length: 640, bow: 0.8, reach: 120, level: 3.2, height: 40 },
    { y: 60, heading: 0.02, length: 900, bow: 0.75, reach: 172, level: 4.2, height: 56 },
  ]
    .map(({ y, heading, length, bow, reach, level, height }) => {
      const start = upper ? { x: -70, y: y + 40 } : { x: -70, y: HEIGHT - y * 0.8 };
      const spine = growSpine({
        from: start,
        heading: upper ? heading : -heading - 0.5 + random.between(-0.06, 0.06),
        length,
        turn: (t) => bow * t ** 1.5,
      });
      const frond = growFrond({ spine, reach, pairs: 30, form: 'lobed', stem: 11, light, random });
      return frondShadow(studio, frond, height, 0.1) + paintFrond(studio, frond, frondPaint(studio, level));
    })
    .join('');
}
