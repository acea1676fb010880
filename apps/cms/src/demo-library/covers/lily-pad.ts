import { at, lerp, openCurve, polar, steps, type Point } from './geometry';
import type { Random } from './random';

/** A round floating leaf with a notch, in parts that are painted one after the other. */
export interface LilyPad {
  outline: string;
  /** Veins from the notch outward, forked toward the edge, to be drawn as hairlines. */
  veins: string;
  center: Point;
  radius: number;
}

const TURN = Math.PI * 2;

export function growLilyPad(center: Point, radius: number, notch: number, random: Random): LilyPad {
  const gap = random.between(0.16, 0.3);
  const phase = random.between(0, TURN);
  const edge = (angle: number): Point =>
    polar(center, angle, radius * (1 + 0.018 * Math.sin(angle * 5 + phase) + 0.012 * Math.sin(angle * 11)));
  const sweep = (t: number): number => notch + gap + t * (TURN - gap * 2);
  const veins: string[] = [];
  const count = 17;
  for (let index = 0; index < count; index += 1) {
    const t = (index + 0.5) / count;
    const fork = polar(center, sweep(t), radius * random.between(0.5, 0.66));
    veins.push(`M${at(center)}L${at(fork)}`);
    for (const side of [-1, 1]) {
      const end = polar(center, sweep(t + (side * 0.24) / count), radius * 0.94);
      const bend = polar(center, sweep(t + (side * 0.16) / count), radius * 0.78);
      veins.push(`M${at(fork)}Q${at(bend)} ${at(end)}`);
    }
  }
  const heart = polar(center, notch, radius * lerp(0.02, 0.08, random.next()));
  return { outline: `${openCurve(steps(40).map((t) => edge(sweep(t))))}L${at(heart)}Z`, veins: veins.join(''), center, radius };
}
