import { readFileSync } from 'node:fs';
import path from 'node:path';

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

import { parseSharePath } from './address.ts';
import { colors, palettes } from './colors.ts';
import { drawCard } from './draw.tsx';
import { writable } from './lettering.ts';

import { articleShareImagePath, siteShareImagePath } from '#app/config/paths.ts';
import { packageRoot } from '#app/config/root.server.ts';
import type { ShareCard } from '#app/models/share-card.ts';
import { shareHash } from '#app/seo/share-image.server.ts';

const hash = '0123456789abcdef';

describe('addresses of pictures for sharing', () => {
  it('are those that pages name', () => {
    expect(parseSharePath(articleShareImagePath({ slug: 'doses-2', hash }))).toEqual({ slug: 'doses-2', hash });
    expect(parseSharePath(siteShareImagePath({ hash }))).toEqual({ slug: null, hash });
  });

  it.each([
    `/share/articles/doses.png`,
    `/share/articles/-${hash}.png`,
    `/share/articles/a%2fb-${hash}.png`,
    `/share/articles/../site-${hash}.png`,
    `/share/~site-${hash}.png`,
    `/share/site-${hash}.jpg`,
    `/share/site-${hash.toUpperCase()}.png`,
  ])('%s is none', (target) => {
    expect(parseSharePath(target)).toBeNull();
  });
});

const card: ShareCard = {
  title: 'From Barely There to Fully Asleep',
  label: 'Ketamine care',
  clinic: 'Fernhollow',
  palette: 'fern',
  cover: null,
  seed: 'doses',
};

it.each<Partial<ShareCard>>([
  { title: 'Another' },
  { label: null },
  { clinic: 'Another' },
  { palette: 'plum' },
  { cover: '/media/abcdefgh/x.webp' },
])('the hash of a card tells %j', (change) => {
  expect(shareHash({ ...card, ...change })).not.toBe(shareHash(card));
});

describe('a drawn card', () => {
  const cover = sharp({ create: { width: 1600, height: 900, channels: 3, background: '#c00000' } })
    .webp()
    .toBuffer();

  it.each<[string, ShareCard, boolean]>([
    ['with a cover', card, true],
    ['without one', card, false],
    ['without topic', { ...card, label: null }, false],
    ['of the site', { ...card, clinic: null }, false],
    ['with a title that is far too long', { ...card, title: 'Pseudohypoparathyroidism and more '.repeat(12) }, false],
    ['with a word that fits no line', { ...card, title: 'x'.repeat(300) }, true],
    ['with letters that no face has', { ...card, title: '日本語' }, false],
    ['with what XML reserves', { ...card, title: '<b>&amp;"\'</b>', label: '&', clinic: '<' }, false],
  ])('%s has the size that previews ask for, and is the same each time', async (_what, one, hasCover) => {
    const draw = async () => drawCard(one, hasCover ? await cover : null);
    const png = await draw();
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630, hasAlpha: false });
    expect(png.equals(await draw())).toBe(true);
    expect(png.byteLength).toBeLessThan(600_000);
  });

  it('shows its cover on one side and ink on paper on the other', async () => {
    const picture = sharp(await drawCard(card, await cover)).removeAlpha();
    const at = async (left: number, top: number) => [
      ...(await picture.clone().extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
    ];
    const [red = 0, green = 0] = await at(1100, 300);
    expect([red > 180, green < 20]).toEqual([true, true]);
    expect((await at(20, 20)).every((channel) => channel > 230)).toBe(true);
    const { channels } = await picture.clone().extract({ left: 64, top: 300, width: 500, height: 280 }).stats();
    expect(channels[0]?.min).toBeLessThan(60);
  });
});

describe('letters', () => {
  it.each([
    ['“Whole-Person” Care — naïve, Grüße, ő', '“Whole-Person” Care — naïve, Grüße, ő'],
    ['Calm 🌿 days 👩🏽‍⚕️', 'Calm days'],
    ['日本語 and more', null],
    ['🌿', null],
  ])('%s', async (text, written) => {
    expect(await writable(text)).toBe(written);
  });
});

describe('colors', () => {
  const css = readFileSync(path.join(packageRoot, 'app/styles/tokens.css'), 'utf8');

  /** The first value is that of the day. */
  function token(name: string, from = 0): string {
    const [, l = '', c = '', h = ''] =
      new RegExp(`${name}: oklch\\(([\\d.]+)% ([\\d.]+) ([\\d.]+)\\)`).exec(css.slice(from)) ?? [];
    return toHex(Number(l) / 100, Number(c), Number(h));
  }

  it.each(Object.entries(colors))('--%s is that of the style sheet', (name, hex) => {
    expect(hex).toBe(token(`--${name}`));
  });

  it.each(Object.entries(palettes))('those of %s are those of the style sheet', (name, palette) => {
    const from = css.indexOf(`.palette-${name} {`);
    expect(from).toBeGreaterThan(0);
    for (const [part, hex] of Object.entries(palette)) expect(hex).toBe(token(`--palette-${part}`, from));
  });
});

/** OKLCH as sRGB (CSS Color 4, section 10). */
function toHex(lightness: number, chroma: number, hue: number): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const channel = (value: number) => {
    const encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(255 * Math.min(1, Math.max(0, encoded)))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${linear.map(channel).join('')}`;
}
