import { blocksOf, type Block, type Fields } from './fields';
import type { Problem } from './problem';
import { wordsOf } from './rich-text';

/** What each block is called wherever an editor meets it. */
const blockNames: Record<string, string> = {
  'body.rich-text': 'Text',
  'body.callout': 'Callout',
  'body.care-card': 'Care card',
  'body.do-dont-list': 'Do and don’t list',
  'body.comparison-table': 'Comparison table',
  'body.timeline': 'Timeline',
  'body.figure': 'Figure',
  'body.faq': 'Questions',
};

const LONGEST = 48;

function headingOf(block: Block): string | null {
  const { heading, caption, content } = block;
  const own = typeof heading === 'string' ? heading : typeof caption === 'string' ? caption : null;
  if (own !== null && own.trim() !== '') return own;
  if (block.__component !== 'body.rich-text' || !Array.isArray(content)) return null;
  const first = (content as Parameters<typeof wordsOf>[0][]).find((node) => node.type === 'heading');
  return first ? wordsOf(first) : null;
}

/** A block as an editor finds it: its number in the body and its heading, or its kind if it has none. */
export function blockName(block: Block, index: number): string {
  const heading = headingOf(block)?.trim() ?? '';
  if (heading === '') return `Block ${index + 1} (${blockNames[block.__component] ?? block.__component})`;
  return `Block ${index + 1} “${heading.length > LONGEST ? `${heading.slice(0, LONGEST - 1).trimEnd()}…` : heading}”`;
}

/** Puts the block's number and heading in front of what is said of it, so that a sentence can be read away from its field. */
export function namingBlocks<T extends Problem>(article: Fields, problems: T[]): T[] {
  const blocks = blocksOf(article);
  return problems.map((problem) => {
    const [field, index] = problem.path;
    const found = field === 'body' && typeof index === 'number' ? blocks[index] : undefined;
    return found ? { ...problem, message: `${blockName(found.block, index as number)}: ${problem.message}` } : problem;
  });
}
