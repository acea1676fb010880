import { hex, mix } from '../color';
import { growFrond } from '../frond';
import { closedCurve, lerp, openCurve, steps, type Point } from '../geometry';
import { frondPaint, frondShadow, ghostPaint, paintFrond } from '../paint';
import { sheet } from '../sheet';
import { growSpine, stemOutline } from '../spine';
import { HEIGHT, WIDTH, type Composition, type Studio } from '../studio';
import { el } from '../svg';
import { toneAt } from '../tones';
import { dot } from '../umbel';

const LAYERS = 8;

/** A fern seen with the ground it stands on: layers of earth, and fine roots that go down through them. */
export const roots: Composition = (studio) => {
  const { random } = studio;
  const crown = { x: WIDTH * random.between(0.34, 0.4), y: HEIGHT * random.between(0.47, 0.51) };
  return rosette(studio, crown, 0) + strata(studio, crown) + rootwork(studio, crown) + rosette(studio, crown, 1);
};

function strata(studio: Studio, crown: Point): string {
  const { noise, palette, random } = studio;
  const parts: string[] = [];
  let depth = crown.y + 6;
  for (let index = 0; index < LAYERS; index += 1) {
    const near = index / (LAYERS - 1);
    const level = lerp(1.15, 4.7, near ** 0.9) + (index % 2 === 0 ? 0 : -0.22);
    const start = depth;
    const roll = lerp(16, 46, near);
    const mound = index === 0 ? 24 : 8;
    const top = (x: number): number =>
      start +
      roll * noise(x / 640 + index * 0.35, index * 0.4) +
      7 * noise(x / 120, index * 3) -
      mound * Math.exp(-(((x - crown.x) / 210) ** 2)) +
      (x / WIDTH - 0.5) * 34;
    const across = steps(49).map((t) => lerp(-40, WIDTH + 40, t));
    const line = across.map((x) => ({ x, y: top(x) }));
    parts.push(
      sheet(studio, `${openCurve(line)}V${HEIGHT + 60}H-40Z`, {
        fill: toneAt(palette, level),
        edge: toneAt(palette, level - 0.8),
        height: 13,
        shade: 0.24,
      }),
    );
    const gap = lerp(42, 74, random.next());
    parts.push(grainOfEarth(studio, top, gap, index, level));
    depth += gap;
  }
  return parts.join('');
}

/** What a layer is made of, which changes from one to the next: long lines, short dashes or scattered grit. */
function grainOfEarth(
  { random, noise, palette }: Studio,
  top: (x: number) => number,
  gap: number,
  index: number,
  level: number,
): string {
  const stroke = toneAt(palette, level + (level > 3.4 ? -0.9 : 0.85));
  if (index % 3 === 1) {
    const grit = Array.from({ length: 420 }, () => {
      const x = random.between(-10, WIDTH + 10);
      return dot({ x, y: top(x) + 8 + gap * random.next() ** 1.4 }, random.between(0.7, 2.6) * random.between(0.6, 1.2));
    });
    return el('path', { d: grit.join(''), fill: stroke, opacity: 0.6 });
  }
  const rows = index % 3 === 0 ? 8 : 14;
  const lines: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    let x = random.between(-60, 60);
    while (x < WIDTH) {
      const length = index % 3 === 0 ? random.between(160, 620) : random.between(14, 70);
      const drop = 11 + (row / rows) * gap;
      lines.push(
        openCurve(
          steps(index % 3 === 0 ? 12 : 3).map((t) => ({
            x: x + length * t,
            y: top(x + length * t) + drop + 5 * noise((x + length * t) / 110 + row * 2, index * 5 + row),
          })),
        ),
      );
      x += length + (index % 3 === 0 ? random.between(20, 150) : random.between(18, 90));
    }
  }
  return el('path', { d: lines.join(''), fill: 'none', stroke, 'stroke-width': 1, opacity: 0.5, 'stroke-linecap': 'round' });
}

function rootwork(studio: Studio, crown: Point): string {
  const { random, palette } = studio;
  const shapes: string[] = [];
  const tips: string[] = [];
  const grow = (from: Point, heading: number, length: number, thick: number, generation: number): void => {
    const phase = random.between(0, 6);
    const toward = (Math.PI / 2 - heading) * 0.32;
    const spine = growSpine({ from, heading, length, turn: (t) => toward * t + 0.2 * Math.sin(t * 8 + phase), segments: 18 });
    shapes.push(closedCurve(stemOutline(spine, (t) => Math.max(0.4, thick * (1 - t * 0.75)))));
    if (generation >= 4) {
      if (random.chance(0.14)) tips.push(dot(spine.at(1), 2.2));
      return;
    }
    const children = generation === 0 ? 4 : random.whole(2, 3);
    for (let child = 0; child < children; child += 1) {
      const t = child === 0 ? 1 : random.between(0.25, 0.9);
      const root = spine.at(t);
      const side = child % 2 === 0 ? 1 : -1;
      const spread = child === 0 ? random.between(-0.15, 0.15) : side * random.between(0.35, 0.95);
      grow(
        root,
        root.angle + spread,
        length * random.between(0.6, 0.84),
        Math.max(0.55, thick * (1 - t * 0.75) * 0.8),
        generation + 1,
      );
    }
  };
  const main = 7;
  for (let index = 0; index < main; index += 1) {
    const spread = lerp(-1.2, 1.2, index / (main - 1));
    grow(
      { x: crown.x + spread * 14, y: crown.y - 6 },
      Math.PI / 2 - spread + random.between(-0.1, 0.1),
      random.between(120, 190) * lerp(1.25, 0.9, Math.abs(spread)),
      6,
      0,
    );
  }
  const d = shapes.join('');
  return (
    el('path', { d, fill: hex(palette.ink), opacity: 0.28, transform: 'translate(2.5 4)' }) +
    el('path', { d, fill: mix(palette.paper, palette.mist, 0.25) }) +
    el('path', { d: tips.join(''), fill: hex(palette.accent) })
  );
}

/** The fronds above ground, leaning with the wind: those of the back row are pale, those of the front row dark. */
function rosette(studio: Studio, crown: Point, row: 0 | 1): string {
  const { random, light } = studio;
  const wind = 0.24;
  const leans = row === 0 ? [-1.55, 1.45, -0.62, 0.5] : [-1.2, 1.05, -0.8, 0.72, -0.12];
  return leans
    .map((lean, index) => {
      const length = lerp(430, 560, Math.min(1, Math.abs(lean) / 1.5)) * random.between(0.9, 1.08);
      const droop = (lean + wind) * random.between(0.95, 1.35);
      const spine = growSpine({
        from: { x: crown.x + lean * 12, y: crown.y + 8 },
        heading: -Math.PI / 2 + lean * 0.5 + wind * 0.4 + random.between(-0.08, 0.08),
        length,
        turn: (t) => droop * t ** 1.6,
      });
      const frond = growFrond({
        spine,
        reach: length * 0.155,
        pairs: 32,
        form: row === 0 ? 'plain' : 'lobed',
        bare: 0.2,
        stem: 6,
        light,
        random,
        fullness: 0.9,
      });
      if (row === 0) return paintFrond(studio, frond, index < 2 ? ghostPaint(studio, 0.34) : frondPaint(studio, 1.5));
      return frondShadow(studio, frond, 14, 0.14) + paintFrond(studio, frond, frondPaint(studio, 2.8 + index * 0.35));
    })
    .join('');
}
