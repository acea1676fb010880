import { hex } from '../color';
import { growFrond } from '../frond';
import { closedCurve, lerp, polar } from '../geometry';
import { growLeaf } from '../leaf';
import { paintLeaf } from '../leaf-paint';
import { frondPaint, frondShadow, paintFrond } from '../paint';
import { growSpine, stemOutline, type Spine } from '../spine';
import { HEIGHT, WIDTH, type Composition, type Studio } from '../studio';
import { el } from '../svg';
import { toneAt } from '../tones';
import { growUmbel } from '../umbel';

/** Tall stems, from pale to dark: flower heads gone to seed, arching ferns, willowy twigs and grass. They thin out to one side. */
export const meadow: Composition = (studio) => {
  const { random } = studio;
  const row = (
    plants: readonly [Plant, ...Plant[]],
    count: number,
    from: number,
    to: number,
    tall: number,
    near: number,
  ): string => {
    const drawn: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const part = (index + random.between(0.1, 0.9)) / count;
      const plant = plants[index % plants.length] ?? plants[0];
      drawn.push(
        plant(studio, WIDTH * lerp(from, to, part), HEIGHT * tall * random.between(0.75, 1.1) * lerp(1.1, 0.72, part), near),
      );
    }
    return drawn.join('');
  };
  return (
    row([umbel, fern, grass], 12, -0.05, 1.05, 0.7, 0) +
    row([fern, twig, umbel, grass], 9, -0.05, 0.95, 0.78, 0.45) +
    row([twig, umbel, umbel], 5, 0.02, 0.62, 0.92, 0.85) +
    row([grass, fern], 8, -0.06, 0.8, 0.55, 1)
  );
};

type Plant = (studio: Studio, x: number, tall: number, near: number) => string;

const levelOf = (near: number): number => lerp(1.15, 4.25, near);

function stalk({ random }: Studio, x: number, tall: number, bend: number): Spine {
  const bow = random.sign() * bend * random.between(0.6, 1.2);
  return growSpine({
    from: { x, y: HEIGHT + 40 },
    heading: -Math.PI / 2 - bow * 0.3,
    length: tall,
    turn: (t) => bow * t ** 1.7,
    segments: 48,
  });
}

const fern: Plant = (studio, x, tall, near) => {
  const { random, light } = studio;
  const spine = stalk(studio, x, tall * 1.15, 1.15);
  const frond = growFrond({
    spine,
    reach: tall * 0.19,
    pairs: Math.round(tall / 19),
    form: near < 0.3 ? 'plain' : near < 0.7 ? 'feathered' : 'lobed',
    bare: 0.16,
    stem: lerp(3, 7, near),
    light,
    random,
    fullness: 0.92,
  });
  return (
    (near > 0.3 ? frondShadow(studio, frond, 12 * near + 5, 0.13) : '') +
    paintFrond(studio, frond, frondPaint(studio, levelOf(near)))
  );
};

const grass: Plant = (studio, x, tall, near) => {
  const { random, palette } = studio;
  const blades: string[] = [];
  for (let index = 0; index < 7; index += 1) {
    const bow = random.between(-1.3, 1.3);
    const spine = growSpine({
      from: { x: x + random.between(-50, 50), y: HEIGHT + 30 },
      heading: -Math.PI / 2 - bow * 0.25,
      length: tall * random.between(0.5, 1.2),
      turn: (t) => bow * t ** 2,
      segments: 24,
    });
    blades.push(closedCurve(stemOutline(spine, (t) => lerp(2, 5, near) * (1 - t) ** 0.7 * (0.5 + 0.5 * Math.min(1, t * 4)))));
  }
  return el('path', { d: blades.join(''), fill: toneAt(palette, levelOf(near) + random.between(-0.5, 0.2)) });
};

const umbel: Plant = (studio, x, tall, near) => {
  const { random, palette } = studio;
  const level = levelOf(near);
  const stem = stalk(studio, x, tall, 0.35);
  const heads = [growUmbel(stem.at(1), stem.at(1).angle, tall * random.between(0.17, 0.24), random)];
  const stems = [closedCurve(stemOutline(stem, (t) => lerp(1.6, 3.4, near) * (1 - t * 0.55)))];
  for (const side of [1, -1] as const) {
    const root = stem.at(random.between(0.5, 0.72));
    const branch = growSpine({
      from: root,
      heading: root.angle + side * 0.62,
      length: tall * random.between(0.16, 0.26),
      turn: (t) => -side * 0.5 * t,
      segments: 20,
    });
    stems.push(closedCurve(stemOutline(branch, (t) => lerp(1.1, 2.2, near) * (1 - t * 0.5))));
    heads.push(growUmbel(branch.at(1), branch.at(1).angle, tall * random.between(0.07, 0.12), random));
  }
  return (
    el('path', { d: stems.join(''), fill: toneAt(palette, level) }) +
    el('path', {
      d: heads.map(({ rays }) => rays).join(''),
      fill: 'none',
      stroke: toneAt(palette, level),
      'stroke-width': lerp(0.8, 1.3, near),
    }) +
    el('path', {
      d: heads.map(({ seeds }) => seeds).join(''),
      fill: near > 0.8 ? hex(palette.accent) : toneAt(palette, level + 0.35),
    })
  );
};

const twig: Plant = (studio, x, tall, near) => {
  const { random, palette, light } = studio;
  const level = levelOf(near);
  const spine = stalk(studio, x, tall, 0.75);
  const parts = [
    el('path', {
      d: closedCurve(stemOutline(spine, (t) => lerp(1.6, 3.6, near) * (1 - t * 0.8))),
      fill: toneAt(palette, level + 0.4),
    }),
  ];
  const count = 21;
  for (let index = 0; index < count; index += 1) {
    const t = lerp(0.26, 0.99, index / (count - 1));
    const root = spine.at(t);
    const side = index % 2 === 0 ? 1 : -1;
    const length = tall * 0.185 * (1 - t * 0.55) * random.between(0.8, 1.15);
    const leaf = growLeaf({
      from: polar(root, root.angle, 2),
      heading: root.angle + side * lerp(0.85, 0.3, t),
      length,
      halfWidth: length * 0.105,
      bend: side * random.between(0.1, 0.6),
      light,
      veins: 7,
    });
    const tone = level + random.between(-0.35, 0.2);
    parts.push(
      paintLeaf(studio, leaf, {
        lit: [toneAt(palette, tone), toneAt(palette, tone - 0.6)],
        shaded: [toneAt(palette, tone + 0.5), toneAt(palette, tone)],
        vein: toneAt(palette, tone - 1.1),
        veinWidth: 0.5,
        ...(near > 0.6 ? { height: 6, shade: 0.14 } : {}),
      }),
    );
  }
  return parts.join('');
};
