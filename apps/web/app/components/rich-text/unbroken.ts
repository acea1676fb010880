import type { InlineView, TextRun } from '#app/models/rich-text.ts';

/** Pieces of a line that must not be torn apart where the line ends. */
export interface Unbroken {
  type: 'unbroken';
  children: InlineView[];
}

/** What stands against something without a space; a dash lets the line end behind it. */
const TAIL = /[^\s–—]+$/u;
const HEAD = /^[^\s–—]*[–—]?/u;

/**
 * Keeps the numbers of references at the word that they belong to, and punctuation at both them and explained words. Those are buttons, and
 * browsers may end a line before and after a button, whatever stands there.
 */
export function keepTogether(nodes: readonly InlineView[]): (InlineView | Unbroken)[] {
  const line: (InlineView | Unbroken)[] = [];
  const coming = [...nodes];
  for (let node = coming.shift(); node; node = coming.shift()) {
    if (node.type === 'text' || node.type === 'link') {
      line.push(node);
      continue;
    }
    if (node.type === 'citation') line.push(...node.children);
    const before = takeLast(line);
    const button: InlineView = node.type === 'citation' ? { ...node, children: [] } : node;
    line.push({ type: 'unbroken', children: [...before, button, ...takeNext(coming)] });
  }
  return line;
}

/** Takes the end of the last run out of a line. */
function takeLast(line: (InlineView | Unbroken)[]): TextRun[] {
  const last = line.at(-1);
  const taken = last?.type === 'text' ? TAIL.exec(last.text)?.[0] : undefined;
  if (last?.type !== 'text' || taken === undefined) return [];
  line.splice(-1, 1, ...unlessEmpty({ ...last, text: last.text.slice(0, -taken.length) }));
  return [{ ...last, text: taken }];
}

/** Takes the beginning of the first run out of what is still to come. */
function takeNext(coming: InlineView[]): TextRun[] {
  const [next] = coming;
  const taken = next?.type === 'text' ? (HEAD.exec(next.text)?.[0] ?? '') : '';
  if (next?.type !== 'text' || taken === '') return [];
  coming.splice(0, 1, ...unlessEmpty({ ...next, text: next.text.slice(taken.length) }));
  return [{ ...next, text: taken }];
}

function unlessEmpty(run: TextRun): TextRun[] {
  return run.text === '' ? [] : [run];
}
