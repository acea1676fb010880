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

interface Passage {
  text: string;
  /** What was looked for in it. */
  hits: Word[];
}

/** Where in an article's text something is that somebody looks for. The text is read when that is asked, and once. */
export class Finding {
  #passages: Passage[][] | undefined;

  /** @param stems what is looked for */
  constructor(
    private readonly sections: readonly Section[],
    private readonly stems: ReadonlySet<string>,
  ) {}

  /** The passage that says most about it; the beginning if nothing does. */
  excerpt(): Piece[] {
    const passages = this.#read().flat();
    let best = { passage: passages[0]?.text ?? '', start: 0, score: 0 };
    for (const { text, hits } of passages) {
      for (const { start } of hits) {
        const within = hits.filter((hit) => hit.start >= start && hit.end <= start + MOST_CHARACTERS - BEFORE);
        const score = countStems(within) * 100 + within.length;
        if (score > best.score) best = { passage: text, start, score };
      }
    }
    return marked(cut(best.passage, best.start), this.stems);
  }

  /** The headings that lead closest to it, in the order of the text. */
  headings(): FoundHeading[] {
    const passages = this.#read();
    return this.sections
      .flatMap(({ id, heading }, i) => {
        if (id === null || heading === null) return [];
        const below = (passages[i] ?? []).flatMap(({ hits }) => hits);
        return [{ id, text: heading, score: countStems(this.#hitsIn(heading)) * 3 + countStems(below), i }];
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.i - b.i)
      .slice(0, MOST_HEADINGS)
      .sort((a, b) => a.i - b.i)
      .map(({ id, text }) => ({ id, text }));
  }

  #read(): Passage[][] {
    this.#passages ??= this.sections.map(({ text }) =>
      text
        .split('\n\n')
        .filter((passage) => passage.trim() !== '')
        .map((passage) => ({ text: passage, hits: this.#hitsIn(passage) })),
    );
    return this.#passages;
  }

  #hitsIn(text: string): Word[] {
    return wordsOf(text).filter(({ stem }) => this.stems.has(stem));
  }
}

const countStems = (words: readonly Word[]) => new Set(words.map(({ stem }) => stem)).size;

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
