import type { Section } from './sections';
import { wordsOf, type Word } from './words';

/** A piece of an excerpt, and whether it is what was looked for. */
export interface Piece {
  text: string;
  isHit: boolean;
}

/** A heading under which something was found. */
export interface FoundHeading {
  id: string;
  text: string;
}

const MOST_CHARACTERS = 240;
const BEFORE = 60;
const MOST_HEADINGS = 3;

/** Cuts out of an article's text the passage that says most about what was looked for; the beginning if nothing does. */
export function excerptOf(texts: readonly string[], stems: ReadonlySet<string>): Piece[] {
  const passages = texts.flatMap((text) => text.split('\n\n')).filter((passage) => passage.trim() !== '');
  let best = { passage: passages[0] ?? '', start: 0, score: 0 };
  for (const passage of passages) {
    const hits = wordsOf(passage).filter(({ stem }) => stems.has(stem));
    for (const { start } of hits) {
      const within = hits.filter((hit) => hit.start >= start && hit.end <= start + MOST_CHARACTERS - BEFORE);
      const score = new Set(within.map(({ stem }) => stem)).size * 100 + within.length;
      if (score > best.score) best = { passage, start, score };
    }
  }
  return marked(cut(best.passage, best.start), stems);
}

/** A window into a passage that begins and ends at words. */
function cut(passage: string, around: number): string {
  const text = passage.replace(/\s+/g, ' ');
  if (text.length <= MOST_CHARACTERS) return text;
  const words = wordsOf(text);
  const last = text.length - MOST_CHARACTERS;
  const from = around <= BEFORE ? 0 : (words.find(({ start }) => start >= Math.min(around - BEFORE, last))?.start ?? 0);
  const end = words.findLast((word) => word.end <= from + MOST_CHARACTERS)?.end ?? text.length;
  const to = end >= (words.at(-1)?.end ?? 0) ? text.length : end;
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}

function marked(text: string, stems: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of wordsOf(text).filter(({ stem }: Word) => stems.has(stem))) {
    if (start > at) pieces.push({ text: text.slice(at, start), isHit: false });
    pieces.push({ text: text.slice(start, end), isHit: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isHit: false });
  return pieces;
}

/** The headings that lead closest to what was looked for, in the order of the text. */
export function headingsFound(sections: readonly Section[], stems: ReadonlySet<string>): FoundHeading[] {
  const count = (text: string) => new Set(wordsOf(text).flatMap(({ stem }) => (stems.has(stem) ? [stem] : []))).size;
  return sections
    .flatMap(({ id, heading, text }, i) =>
      id === null || heading === null ? [] : [{ id, text: heading, score: count(heading) * 3 + count(text), i }],
    )
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.i - b.i)
    .slice(0, MOST_HEADINGS)
    .sort((a, b) => a.i - b.i)
    .map(({ id, text }) => ({ id, text }));
}
