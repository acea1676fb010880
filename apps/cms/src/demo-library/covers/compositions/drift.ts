import { hex, mix } from '../color';
import { growFrond } from '../frond';
import { lerp, openCurve, polar, type Point } from '../geometry';
import { growLeaf } from '../leaf';
import { paintLeaf, type LeafPaint } from '../leaf-paint';
import { frondPaint, frondShadow, paintFrond } from '../paint';
import { growSpine } from '../spine';
import { HEIGHT, WIDTH, type Composition, type Studio } from '../studio';
import { el } from '../svg';
import { toneAt } from '../tones';

interface Place extends Point {
  size: number;
}

type Flow = (point: Point) => number;

/** Leaves carried around a still place by a slow current, the lines of which run through the whole sheet. */
export const drift: Composition = (studio) => {
  const { random } = studio;
  const still = { x: WIDTH * random.between(0.6, 0.67), y: HEIGHT * random.between(0.4, 0.48) };
  const flow = eddy(studio, still);
  const places = spread(studio, still);
  return (
    currentLines(studio, flow, 150, 1.7, 0.9, 0.75) +
    currentLines(studio, flow, 80, 2.5, 1.2, 0.5) +
    places.map((place, index) => drifting(studio, place, flow(place), index)).join('')
  );
};

/** The direction of the current: around the still place, drawn in a little, unsettled by noise. */
function eddy({ noise }: Studio, still: Point): Flow {
  return ({ x, y }) => {
    const around = Math.atan2((y - still.y) * 1.45, x - still.x) + Math.PI / 2;
    return around + 0.26 + 0.32 * noise(x / 420 + 3, y / 380);
  };
}

function currentLines(
  { random, palette }: Studio,
  flow: Flow,
  count: number,
  level: number,
  width: number,
  opacity: number,
): string {
  const paths: string[] = [];
  for (let index = 0; index < count; index += 1) {
    let place: Point = { x: random.between(-300, WIDTH + 300), y: random.between(-300, HEIGHT + 300) };
    const points: Point[] = [];
    const length = random.whole(10, 40);
    for (let step = 0; step < length; step += 1) {
      points.push(place);
      place = polar(place, flow(place), 22);
    }
    paths.push(openCurve(points));
  }
  return el('path', {
    d: paths.join(''),
    fill: 'none',
    stroke: toneAt(palette, level),
    'stroke-width': width,
    opacity,
    'stroke-linecap': 'round',
  });
}

/** Places along two arms that wind in toward the still place; leaves are small there and large far out. */
function spread({ random }: Studio, still: Point): Place[] {
  const placed: Place[] = [];
  const phase = random.between(2.3, 3);
  for (let tries = 0; tries < 5000 && placed.length < 110; tries += 1) {
    const t = random.next();
    const arm = random.chance(0.72) ? 0 : Math.PI * 0.9;
    const radius = lerp(120, 980, t ** 1.15);
    const angle = phase + arm - t * 2.9 + random.between(-0.55, 0.55);
    const x = still.x + Math.cos(angle) * radius;
    const y = still.y + Math.sin(angle) * radius * 0.66;
    const size = lerp(28, 350, t ** 1.8) * random.between(0.5, 1.1);
    const apart = placed.every((other) => Math.hypot(other.x - x, other.y - y) > (other.size + size) * 0.49);
    if (apart && x > -110 && x < WIDTH + 110 && y > -110 && y < HEIGHT + 110) placed.push({ x, y, size });
  }
  return placed.sort((a, b) => a.size - b.size);
}

function drifting(studio: Studio, place: Place, flow: number, index: number): string {
  const { random, palette, light } = studio;
  const { size } = place;
  const near = Math.min(1, size / 260);
  const heading = flow + random.between(-0.45, 0.45);
  const from = polar(place, heading + Math.PI, size / 2);
  const level = lerp(2, 4.1, near) + random.between(-0.4, 0.45);
  if (index % 4 === 1) {
    const bow = random.between(-0.3, 1);
    const spine = growSpine({ from, heading: heading - bow / 3, length: size * 1.1, turn: (t) => bow * t, segments: 32 });
    const frond = growFrond({
      spine,
      reach: size * 0.27,
      pairs: Math.round(lerp(11, 22, near)),
      form: near > 0.5 ? 'lobed' : 'plain',
      stem: lerp(1.6, 5, near),
      light,
      random,
      fullness: 0.92,
    });
    return (
      frondShadow(studio, frond, lerp(4, 16, near), 0.15) +
      paintFrond(studio, frond, { ...frondPaint(studio, level), veinWidth: 0.7 })
    );
  }
  const slender = index % 4 === 3;
  const leaf = growLeaf({
    from,
    heading,
    length: size,
    halfWidth: size * (slender ? random.between(0.08, 0.11) : random.between(0.16, 0.23)),
    bend: random.between(-0.3, 0.9),
    belly: random.between(0.36, 0.48),
    veins: Math.round(lerp(6, 15, near)),
    light,
  });
  return paintLeaf(studio, leaf, {
    ...(index % 16 === 8 ? accented(studio) : toned(studio, level)),
    veinWidth: lerp(0.5, 1.1, near),
    height: lerp(5, 28, near),
    shade: lerp(0.12, 0.2, near),
    edge: toneAt(palette, level - 1.3),
  });
}

function toned({ palette }: Studio, level: number): LeafPaint {
  return {
    lit: [toneAt(palette, level), toneAt(palette, level - 0.8)],
    shaded: [toneAt(palette, level + 0.6), toneAt(palette, level - 0.1)],
    vein: toneAt(palette, level - 1.4),
  };
}

function accented({ palette }: Studio): LeafPaint {
  return {
    lit: [hex(palette.accent), mix(palette.accent, palette.paper, 0.35)],
    shaded: [mix(palette.accent, palette.ink, 0.3), hex(palette.accent)],
    vein: mix(palette.accent, palette.paper, 0.6),
  };
}
