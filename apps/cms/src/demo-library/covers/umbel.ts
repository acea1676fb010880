import { at, lerp, polar, type Point } from './geometry';
import type { Random } from './random';

/** A flat-topped flower head: rays from one point, each with a smaller head of its own. */
export interface Umbel {
  /** Rays, to be drawn as thin lines. */
  rays: string;
  /** Tiny round seeds. */
  seeds: string;
}

export function growUmbel(center: Point, heading: number, size: number, random: Random): Umbel {
  const rays: string[] = [];
  const seeds: string[] = [];
  const count = Math.round(lerp(9, 17, Math.min(1, size / 160)));
  for (let index = 0; index < count; index += 1) {
    const angle = heading + lerp(-1.15, 1.15, index / (count - 1)) + random.between(-0.06, 0.06);
    const end = polar(center, angle, size * (1 - 0.2 * Math.abs(index / (count - 1) - 0.5)) * random.between(0.9, 1.05));
    const bow = polar(center, lerp(heading, angle, 0.55), size * 0.5);
    rays.push(`M${at(center)}Q${at(bow)} ${at(end)}`);
    const small = Math.max(5, Math.round(size / 13));
    for (let ray = 0; ray < small; ray += 1) {
      const spread = angle + lerp(-1.3, 1.3, ray / (small - 1)) + random.between(-0.1, 0.1);
      const seed = polar(end, spread, size * 0.17 * random.between(0.8, 1.15));
      rays.push(`M${at(end)}L${at(seed)}`);
      const radius = Math.max(0.9, size * 0.017) * random.between(0.8, 1.3);
      seeds.push(dot(seed, radius));
    }
  }
  return { rays: rays.join(''), seeds: seeds.join('') };
}

/** A round dot as a path, so that many can be painted in one go. */
export function dot({ x, y }: Point, radius: number): string {
  const r = Math.round(radius * 100) / 100;
  return `M${at({ x: x - radius, y })}a${r} ${r} 0 1 0 ${r * 2} 0a${r} ${r} 0 1 0 ${-r * 2} 0Z`;
}
