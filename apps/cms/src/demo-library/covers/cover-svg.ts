import { compositions, type CompositionName } from './compositions';
import { createNoise } from './noise';
import { palettes, type PaletteName } from './palettes';
import { paperGrain, paperGround } from './paper';
import { createRandom } from './random';
import { HEIGHT, WIDTH, type Studio } from './studio';
import { Defs, el } from './svg';

export interface CoverOptions {
  slug: string;
  palette: PaletteName;
  composition?: CompositionName;
}

export function coverSvg({ slug, palette, composition }: CoverOptions): string {
  const random = createRandom(slug);
  const mirrored = random.chance(0.5);
  const studio: Studio = {
    random,
    noise: createNoise(random),
    palette: palettes[palette],
    defs: new Defs(),
    light: { x: mirrored ? 0.55 : -0.55, y: -0.83 },
  };
  const picture = compositions[composition ?? 'fronds'](studio);
  const body =
    paperGround(studio) +
    el('g', { transform: mirrored ? `translate(${WIDTH} 0) scale(-1 1)` : undefined }, picture) +
    paperGrain(studio);
  return el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
    studio.defs.toString(),
    body,
  );
}
