import { num } from '../covers/geometry';
import { el } from '../covers/svg';

import letters from './letters.json';

// Words are drawn as outlines, because a picture must not depend on which fonts a machine has. `letters.json` holds, per character, its
// advance and outline from Atkinson Hyperlegible Next SemiBold (SIL Open Font License 1.1), 1,000 units to the em.
const EM = 1000;

interface Lettering {
  x: number;
  y: number;
  size: number;
  fill: string;
  anchor?: 'start' | 'end';
}

function glyph(character: string): { advance: number; outline: string } {
  const entry = (letters as Partial<Record<string, string>>)[character];
  if (entry === undefined) throw new Error(`letters.json has no outline for "${character}".`);
  const [advance = '0', ...outline] = entry.split(' ');
  return { advance: Number(advance), outline: outline.join(' ') };
}

/** A line of words as SVG; `y` is its baseline. */
export function lettering(words: string, { x, y, size, fill, anchor = 'start' }: Lettering): string {
  const glyphs = Array.from(words, glyph);
  const scale = size / EM;
  const width = glyphs.reduce((sum, { advance }) => sum + advance, 0);
  let place = anchor === 'end' ? -width : 0;
  const outlines = glyphs.map(({ advance, outline }) => {
    const drawn = outline && el('path', { d: outline, transform: `translate(${place} 0)` });
    place += advance;
    return drawn;
  });
  return el('g', { fill, transform: `translate(${num(x)} ${num(y)}) scale(${scale} ${-scale})` }, ...outlines);
}
