import { readFileSync } from 'node:fs';
import path from 'node:path';

import satori, { type Font } from 'satori';

import { packageRoot } from '#app/config/root.server.ts';

/** The site's faces as a drawing names them: one for headings, one for text. What one has no letter for is taken from the next. */
export const faces = {
  display: 'Newsreader, Newsreader rare, Newsreader ext, Atkinson, Atkinson rare, Atkinson ext',
  text: 'Atkinson, Atkinson rare, Atkinson ext',
} as const;

/** The files that pages use, too. */
const files: Record<string, string> = {
  Newsreader: 'newsreader-display',
  'Newsreader rare': 'newsreader-display-rare',
  'Newsreader ext': 'newsreader-display-ext',
  Atkinson: 'atkinson-text',
  'Atkinson rare': 'atkinson-text-rare',
  'Atkinson ext': 'atkinson-text-ext',
};

let loaded: Font[] | undefined;

export function fonts(): Font[] {
  loaded ??= Object.entries(files).map(([name, file]) => ({
    name,
    weight: 400,
    style: 'normal',
    data: readFileSync(path.join(packageRoot, 'app/styles/fonts', `${file}.woff2`)),
  }));
  return loaded;
}

/** A text without emoji, if our faces have everything else in it; otherwise null, for a part of a word says something else. */
export async function writable(text: string): Promise<string | null> {
  const plain = text
    .replace(/[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]/gu, '')
    .replaceAll('\u200D', '')
    .replaceAll('\uFE0F', '')
    .replace(/\s+/g, ' ')
    .trim();
  let isWhole = plain !== '';
  const probe = { type: 'div', key: null, props: { style: { fontFamily: faces.display }, children: plain } };
  await satori(probe, {
    width: 100,
    height: 100,
    fonts: fonts(),
    loadAdditionalAsset: () => {
      isWhole = false;
      return Promise.resolve([]);
    },
  });
  return isWhole ? plain : null;
}
