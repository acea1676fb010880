import { growFrond } from '../frond';
import { frondShadow, mistyPaint, paintFrond } from '../paint';
import { growSpine } from '../spine';
import type { Composition } from '../studio';

/** Great fronds that arch through the picture, one behind the other. */
export const fronds: Composition = (studio) => {
  const { random, light } = studio;
  const layers: string[] = [];
  const arch = (x: number, y: number, heading: number, length: number, bow: number, depth: number, form: 'plain' | 'lobed' | 'feathered', reach: number) => {
    const spine = growSpine({
      from: { x, y },
      heading,
      length,
      turn: (t) => bow * t ** 1.5 + 0.35 * bow * t ** 5,
    });
    const frond = growFrond({ spine, reach, pairs: Math.round(length / 34), form, stem: 6 + depth * 10, light, random, fullness: 0.96 });
    layers.push((depth > 0.3 ? frondShadow(studio, frond, 8 + depth * 14, 0.16 + depth * 0.16) : '') + paintFrond(studio, frond, mistyPaint(studio, depth)));
  };
  arch(-60, 700, -0.5, 1500, 0.25, 0.02, 'plain', 330);
  arch(500, 1000, -1.2, 1200, 0.9, 0.1, 'lobed', 300);
  arch(120, 1000, -1.35, 1150, 1.2, 0.42, 'lobed', 260);
  arch(-80, 880, -0.75, 1500, 0.75, 0.72, 'lobed', 270);
  arch(300, 1010, -0.5, 1100, 0.25, 0.95, 'feathered', 210);
  return layers.join('');
};
