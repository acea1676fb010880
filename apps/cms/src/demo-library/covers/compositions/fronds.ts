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

/** Great fronds that arch through the picture, one behind the other. */
export const fronds: Composition = (studio) => {
  const { random, light } = studio;
  const wave = (amount: number): number => random.between(-amount, amount);
  const arches: Arch[] = [
    { x: -80, y: 640 + wave(60), heading: -0.62, length: 1500, bow: 0.5, reach: 330, form: 'plain', level: 0.9 },
    { x: 560 + wave(80), y: 1020, heading: -1.25, length: 1150, bow: 0.95, reach: 280, form: 'lobed', level: 1.5 },
    { x: 130 + wave(60), y: 1000, heading: -1.4 + wave(0.08), length: 1080, bow: 1.25, reach: 250, form: 'lobed', level: 2.6 },
    { x: -90, y: 880 + wave(40), heading: -0.82 + wave(0.06), length: 1480, bow: 0.85, reach: 262, form: 'lobed', level: 3.7 },
    {
      x: 330 + wave(90),
      y: 1010,
      heading: -0.55 + wave(0.08),
      length: 1020,
      bow: 0.3,
      reach: 205,
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
      return shadow + paintFrond(studio, frond, level < 1 ? ghostPaint(studio, 0.3) : frondPaint(studio, level));
    })
    .join('');
};
