import type { Random } from './random';

/** Smooth noise from -1 to 1; neighbouring points get neighbouring values. */
export type Noise = (x: number, y?: number) => number;

const SIZE = 256;

export function createNoise(random: Random): Noise {
  const values = Array.from({ length: SIZE * 4 }, () => random.between(-1, 1));
  const valueAt = (column: number, row: number): number => values[(column * 73 + row * 199 + 65536) & (SIZE * 4 - 1)] ?? 0;
  const ease = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);

  return (x, y = 0) => {
    const column = Math.floor(x);
    const row = Math.floor(y);
    const across = ease(x - column);
    const down = ease(y - row);
    const top = valueAt(column, row) + (valueAt(column + 1, row) - valueAt(column, row)) * across;
    const bottom = valueAt(column, row + 1) + (valueAt(column + 1, row + 1) - valueAt(column, row + 1)) * across;
    return top + (bottom - top) * down;
  };
}
