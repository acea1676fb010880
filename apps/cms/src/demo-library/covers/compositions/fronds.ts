import { growFrond, type FrondOptions } from '../frond';
import { frondPaint, frondShadow, ghostPaint, paintFrond } from '../paint';
import { growSpine } from '../spine';
import type { Composition } from '../studio';

interface Arch {
  x: number;
  y: number;
  heading: number;
  length: number;
  bow: number;
  reach: number;
  form: FrondOptions['form'];
  /** The tone on the palette's ladder: pale is far away. */
  level: number;
}

/** Great fronds that arch into the picture from both sides, one behind the other. */
export const fronds: Composition = (studio) => {
  const { random, light } = studio;
  const wave = (amount: number): number => random.between(-amount, amount);
  const left = 0;
  const right = Math.PI;
  const arches: Arch[] = [
    { x: -80, y: 600 + wave(60), heading: left - 0.6, length: 1640, bow: 0.5, reach: 320, form: 'lobed', level: 0.9 },
    { x: 1720, y: 470 + wave(60), heading: right + 0.42, length: 1240, bow: -0.85, reach: 290, form: 'lobed', level: 1.5 },
    {
      x: 150 + wave(60),
      y: 1000,
      heading: left - 1.4 + wave(0.08),
      length: 1080,
      bow: 1.25,
      reach: 250,
      form: 'lobed',
      level: 2.5,
    },
    {
      x: 1690,
      y: 960 + wave(40),
      heading: right + 0.72 + wave(0.06),
      length: 1040,
      bow: -0.8,
      reach: 225,
      form: 'lobed',
      level: 3.1,
    },
    {
      x: -90,
      y: 860 + wave(40),
      heading: left - 0.82 + wave(0.06),
      length: 1430,
      bow: 0.85,
      reach: 258,
      form: 'lobed',
      level: 3.8,
    },
    {
      x: 360 + wave(90),
      y: 1020,
      heading: left - 0.5 + wave(0.08),
      length: 980,
      bow: 0.28,
      reach: 200,
      form: 'feathered',
      level: 4.6,
    },
  ];
  return arches
    .map(({ x, y, heading, length, bow, reach, form, level }) => {
      const turn = (t: number): number => bow * t ** 1.4 + 0.45 * bow * t ** 5 + 0.06 * Math.sin(t * 7 + level);
      const spine = growSpine({ from: { x, y }, heading, length, turn });
      const pairs = Math.round(length / 35);
      const frond = growFrond({ spine, reach, pairs, form, stem: 4 + level * 2.4, light, random, fullness: 0.94 });
      const shadow = level > 2 ? frondShadow(studio, frond, 5 + level * 3.4, 0.1 + level * 0.035) : '';
      return shadow + paintFrond(studio, frond, level < 1 ? ghostPaint(studio, 0.22) : frondPaint(studio, level));
    })
    .join('');
};
