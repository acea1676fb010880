import { hex, mix } from './color';
import { num } from './geometry';
import type { Random } from './random';
import { HEIGHT, WIDTH, type Studio } from './studio';
import { el } from './svg';

const ALL = { x: 0, y: 0, width: WIDTH, height: HEIGHT };

/** The sheet that every cover lies on: warm paper, lit from the upper left, with a breath of the category's color below. */
export function paperGround({ defs, palette, random }: Studio): string {
  const wash = mix(palette.paper, palette.soft, 0.5);
  const glow = defs.radial(WIDTH * 0.24, HEIGHT * 0.05, WIDTH * 1.02, [
    { offset: 0, color: '#fffaf0', opacity: 0.8 },
    { offset: 0.4, color: '#fffaf0', opacity: 0 },
    { offset: 0.4, color: wash, opacity: 0 },
    { offset: 0.7, color: wash, opacity: 0.2 },
    { offset: 1, color: wash, opacity: 0.62 },
  ]);
  return (
    el('rect', { ...ALL, fill: hex(palette.paper) }) +
    el('rect', { ...ALL, fill: glow }) +
    el('path', {
      d: fibers(random, 260),
      fill: 'none',
      stroke: mix(palette.paper, palette.deep, 0.4),
      'stroke-width': 0.7,
      opacity: 0.22,
    }) +
    el('path', { d: fibers(random, 200), fill: 'none', stroke: '#fffdf7', 'stroke-width': 1.1, opacity: 0.6 })
  );
}

/** Short curled hairs, as handmade paper has them. */
function fibers(random: Random, count: number): string {
  let path = '';
  for (let index = 0; index < count; index += 1) {
    const x = random.between(0, WIDTH);
    const y = random.between(0, HEIGHT);
    const angle = random.between(0, Math.PI * 2);
    const reach = random.between(4, 22);
    const dx = Math.cos(angle) * reach;
    const dy = Math.sin(angle) * reach;
    const curl = random.between(-0.6, 0.6);
    path += `M${num(x)} ${num(y)}q${num(dx * 0.5 - dy * curl)} ${num(dy * 0.5 + dx * curl)} ${num(dx)} ${num(dy)}`;
  }
  return path;
}

/** The tooth of the paper, over everything: it holds the layers together and keeps soft gradients from banding. */
export function paperGrain({ defs, palette }: Studio): string {
  // One small tile of noise, repeated: noise over the whole sheet would cost ten times as much.
  const grain = (size: number, frequency: number, seed: number, color: [number, number, number], gain: number): string => {
    const filter = defs.add((id) =>
      el(
        'filter',
        { id, filterUnits: 'userSpaceOnUse', x: 0, y: 0, width: size, height: size, 'color-interpolation-filters': 'sRGB' },
        el('feTurbulence', { type: 'fractalNoise', baseFrequency: frequency, numOctaves: 3, seed, stitchTiles: 'stitch' }),
        el('feColorMatrix', {
          values: `0 0 0 0 ${color[0]} 0 0 0 0 ${color[1]} 0 0 0 0 ${color[2]} ${gain} 0 0 0 ${Math.round(gain * -500) / 1000}`,
        }),
      ),
    );
    const tile = defs.add((id) =>
      el(
        'pattern',
        { id, width: size, height: size, patternUnits: 'userSpaceOnUse' },
        el('rect', { width: size, height: size, filter }),
      ),
    );
    return el('rect', { ...ALL, fill: tile });
  };
  const shade = defs.radial(WIDTH * 0.42, HEIGHT * 0.4, WIDTH * 0.78, [
    { offset: 0.55, color: hex(palette.ink), opacity: 0 },
    { offset: 1, color: hex(palette.ink), opacity: 0.13 },
  ]);
  return (
    el('rect', { ...ALL, fill: shade }) + grain(360, 0.63, 3, [0.16, 0.11, 0.06], 0.3) + grain(300, 0.71, 8, [1, 0.98, 0.93], 0.3)
  );
}
