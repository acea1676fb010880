import { hex } from '../color';
import { growFrond } from '../frond';
import { at, closedCurve, ease, lerp, num, openCurve, polar, steps, type Point } from '../geometry';
import { leafWidth } from '../leaf';
import { ghostPaint, paintFrond } from '../paint';
import { softShadow } from '../sheet';
import { growSpine, stemOutline, type Spine } from '../spine';
import type { Composition, Studio } from '../studio';
import { el } from '../svg';
import { toneAt } from '../tones';

const PAIRS = 15;

interface Blade {
  spine: Spine;
  halfWidth: number;
}

/** One leaf, very close: ribs, the fine net between them, and light through the cells. */
export const veins: Composition = (studio) => {
  const { random } = studio;
  // It rises from the lower corner or hangs from the upper one.
  const rising = random.chance(0.5);
  const tilt = random.between(0.3, 0.48);
  const spine = growSpine({
    from: { x: -330, y: rising ? random.between(720, 830) : random.between(60, 150) },
    heading: rising ? -tilt : tilt * 0.9,
    length: random.between(1780, 1980),
    turn: (t) => (rising ? 0.42 : -0.34) * t,
    segments: 90,
  });
  return behind(studio, rising) + paintBlade(studio, { spine, halfWidth: random.between(420, 500) });
};

function behind(studio: Studio, rising: boolean): string {
  const { random, light } = studio;
  const from = { x: 760 + random.between(-80, 80), y: rising ? 1010 : -110 };
  const turn = (t: number): number => (rising ? 0.5 : -0.5) * t ** 1.5;
  const spine = growSpine({ from, heading: rising ? -0.62 : 0.62, length: 1080, turn });
  const frond = growFrond({ spine, reach: 250, pairs: 30, form: 'lobed', stem: 8, light, random });
  return paintFrond(studio, frond, ghostPaint(studio, 0.3));
}

/** The place beside the midrib where the side rib that starts at `start` has gone `u` of its way to the edge. */
function onRib({ spine, halfWidth }: Blade, start: number, side: 1 | -1, u: number): Point {
  const end = Math.min(0.999, start + lerp(0.215, 0.05, start ** 1.3));
  const along = lerp(start, end, u ** 1.55);
  const middle = spine.at(along);
  const scallop = 1 + 0.012 * Math.cos(start * PAIRS * Math.PI * 2);
  return polar(middle, middle.angle + (side * Math.PI) / 2, halfWidth * scallop * leafWidth(end, 0.42) * u ** 0.9);
}

function paintBlade(studio: Studio, blade: Blade): string {
  const { palette, light } = studio;
  const edge = (side: 1 | -1): Point[] => steps(PAIRS * 6).map((t) => onRib(blade, t * 0.985, side, 1));
  const outline = `${openCurve(edge(-1))}L${at(blade.spine.at(1))}L${openCurve(edge(1).reverse()).slice(1)}Z`;
  const halves = ([-1, 1] as const).map((side) => paintHalf(studio, blade, side));
  const relief = halves.map(({ ribs }) => ribs).join('') + closedCurve(stemOutline(blade.spine, (t) => 13 * (1 - t) + 0.6));
  const net = halves.map(({ net: lines }) => lines).join('');
  const threads = halves.map(({ threads: lines }) => lines).join('');
  return (
    softShadow(studio, outline, 40, { shade: 0.24 }) +
    el('path', { d: outline, fill: toneAt(palette, 1.7), transform: `translate(${num(light.x * 3)} ${num(light.y * 3)})` }) +
    el('path', { d: outline, fill: toneAt(palette, 3) }) +
    halves.map(({ cells }) => cells).join('') +
    el('path', { d: threads, fill: 'none', stroke: toneAt(palette, 1.7), 'stroke-width': 0.8, opacity: 0.42 }) +
    el('path', { d: net, fill: 'none', stroke: toneAt(palette, 1.5), 'stroke-width': 1.3, opacity: 0.62 }) +
    el('path', {
      d: relief,
      fill: hex(palette.ink),
      opacity: 0.3,
      transform: `translate(${num(-light.x * 5)} ${num(-light.y * 5)})`,
    }) +
    el('path', { d: relief, fill: toneAt(palette, 1.2) })
  );
}

interface Half {
  cells: string;
  /** The ladder of veins between two ribs, and the threads that join its rungs. */
  net: string;
  threads: string;
  ribs: string;
}

function paintHalf(studio: Studio, blade: Blade, side: 1 | -1): Half {
  const { palette, noise, random, light } = studio;
  const half: Half = { cells: '', net: '', threads: '', ribs: '' };
  const roots = steps(PAIRS).map((t) => lerp(0.01, 0.9, t ** 0.97) + (side === 1 ? 0.02 : 0) + random.between(-0.006, 0.006));
  const across = blade.spine.at(0.5).angle + (side * Math.PI) / 2;
  const facing = Math.cos(across) * light.x + Math.sin(across) * light.y > 0;
  roots.forEach((start, index) => {
    const next = roots[index + 1] ?? 0.98;
    const between = (u: number, v: number): Point => {
      const [a, b] = [onRib(blade, start, side, u), onRib(blade, next, side, u)];
      return { x: lerp(a.x, b.x, v), y: lerp(a.y, b.y, v) };
    };
    const rungs = Math.round(lerp(19, 9, start));
    let lower = 0;
    let lowerLean = 0;
    for (let rung = 1; rung <= rungs; rung += 1) {
      const last = rung === rungs;
      const upper = last ? 1 : (rung + random.between(-0.28, 0.28)) / rungs;
      const upperLean = last ? 0 : random.between(-0.035, 0.02);
      const line = (u: number, lean: number, from: number, to: number): Point[] =>
        steps(4).map((part) => {
          const v = lerp(from, to, part);
          return between(u + lean * Math.sin(v * Math.PI) * 1.2, v);
        });
      const cross = random.between(0.3, 0.7);
      const middle = (lower + upper) / 2;
      const base = (facing ? 2.35 : 3.2) + 0.75 * (1 - ease(middle, 0, 0.95)) + 0.4 * noise(start * 7 + 4, middle * 3 + side * 5);
      for (const [from, to] of [
        [0, cross],
        [cross, 1],
      ] as const) {
        const low = line(lower, lowerLean, from, to);
        const high = line(upper, upperLean, from, to);
        const d = `${openCurve(low)}L${openCurve(high.reverse()).slice(1)}Z`;
        half.cells += el('path', { d, fill: toneAt(palette, base + random.between(-0.17, 0.17)) });
      }
      if (!last) half.net += openCurve(line(upper, upperLean, 0, 1));
      const [under, over] = [line(lower, lowerLean, 0, 1), line(upper, upperLean, 0, 1)];
      const joint = (points: Point[], v: number): Point => {
        const place = v * 3;
        const [a, b] = [points[Math.floor(place)] ?? points[0], points[Math.ceil(place)] ?? points[3]];
        return a === undefined || b === undefined
          ? { x: 0, y: 0 }
          : { x: lerp(a.x, b.x, place % 1), y: lerp(a.y, b.y, place % 1) };
      };
      const [foot, head] = [joint(under, cross), joint(over, cross)];
      half.threads += `M${at(foot)}L${at(head)}`;
      const knot = { x: lerp(foot.x, head.x, random.between(0.35, 0.65)), y: lerp(foot.y, head.y, random.between(0.35, 0.65)) };
      half.threads += `M${at(knot)}L${at(between(middle, random.chance(0.5) ? 0 : 1))}`;
      lower = upper;
      lowerLean = upperLean;
    }
    half.ribs += closedCurve(rib(blade, start, side));
  });
  return half;
}

function rib(blade: Blade, start: number, side: 1 | -1): Point[] {
  const line = steps(16).map((u) => onRib(blade, start, side, u * 0.985));
  const edge = (sign: 1 | -1): Point[] =>
    line.map((point, place) => {
      const before = line[Math.max(0, place - 1)] ?? point;
      const after = line[Math.min(15, place + 1)] ?? point;
      const angle = Math.atan2(after.y - before.y, after.x - before.x);
      return polar(point, angle + (sign * Math.PI) / 2, 4 * (1 - start * 0.5) * (1 - (place / 15) * 0.86));
    });
  return [...edge(-1), ...edge(1).reverse()];
}
