import { directionFor, type Direction } from './art-direction';
import { compositions } from './compositions';
import { createNoise } from './noise';
import { palettes, type PaletteName } from './palettes';
import { paperGrain, paperGround } from './paper';
import { createRandom } from './random';
import { HEIGHT, WIDTH, type Studio } from './studio';
import { Defs, el } from './svg';

export interface CoverOptions {
  slug: string;
  palette: PaletteName;
}

/** The cover of an article as an SVG document. The same slug and palette always give the same text, byte for byte. */
export function coverSvg({ slug, palette }: CoverOptions): string {
  return composeSvg(directionFor(slug), palette);
}

/** One drawing of a composition as an SVG document; `coverSvg` chooses which. */
export function composeSvg({ composition, seed }: Direction, palette: PaletteName): string {
  const random = createRandom(seed);
  const mirrored = random.chance(0.5);
  const studio: Studio = {
    random,
    noise: createNoise(random),
    palette: palettes[palette],
    defs: new Defs(),
    light: { x: mirrored ? 0.55 : -0.55, y: -0.83 },
  };
  const ground = paperGround(studio);
  const picture = compositions[composition](studio);
  const body =
    ground + el('g', { transform: mirrored ? `translate(${WIDTH} 0) scale(-1 1)` : undefined }, picture) + paperGrain(studio);
  return el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
    studio.defs.toString(),
    body,
  );
}
