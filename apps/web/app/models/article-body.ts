import { headingsOf, type ArticleBlock, type ArticleBody } from '@clinic/types';

import { countCitations, type CitationCounter } from './citations.ts';
import { toPicture, type PictureView } from './image.ts';
import { textOf, toRichText, type RichTextContext, type RichTextView } from './rich-text.ts';
import { markTerms, type TermNote } from './terms.ts';
import { smarten } from './typography.ts';

type Parsed<Name extends ArticleBlock['__typename']> = Extract<ArticleBlock, { __typename: Name }>;

/** A heading of a block other than running text, with its anchor. */
interface BlockHeading {
  id: string;
  text: string;
}

export interface CalloutView {
  type: 'callout';
  tone: Lowercase<Parsed<'CalloutBlock'>['tone']>;
  heading: string | null;
  content: RichTextView;
}

export interface CareCardView {
  type: 'care-card';
  urgency: Lowercase<Parsed<'CareCardBlock'>['urgency']>;
  heading: string;
  content: RichTextView;
  /** The section that goes on after the card; null where something with a heading of its own follows, or nothing. */
  resumes: string | null;
}

export interface DoDontListView {
  type: 'do-dont-list';
  heading: BlockHeading | null;
  dos: string[];
  donts: string[];
}

export interface ComparisonTableView {
  type: 'comparison-table';
  caption: string;
  cornerHeader: string;
  columns: string[];
  rows: { header: string; cells: { column: string; content: RichTextView }[] }[];
  note: string | null;
}

export interface TimelineView {
  type: 'timeline';
  heading: BlockHeading | null;
  entries: { date: string; title: string; content: RichTextView | null }[];
}

export interface FigureView {
  type: 'figure';
  picture: PictureView;
  caption: RichTextView | null;
}

export interface FaqView {
  type: 'faq';
  heading: BlockHeading | null;
  items: { question: string; answer: RichTextView }[];
}

export type BodyBlockView =
  | { type: 'rich-text'; content: RichTextView }
  | CalloutView
  | CareCardView
  | DoDontListView
  | ComparisonTableView
  | TimelineView
  | FigureView
  | FaqView;

/** An entry of the contents list. */
export interface ContentsEntry {
  href: string;
  text: string;
}

/** An article's body, ready to be shown, and what the rest of the page takes from it. */
export interface BodyView {
  blocks: BodyBlockView[];
  /** Sections (headings of level 2), in order. */
  contents: ContentsEntry[];
  backLinks: CitationCounter['backLinks'];
  /** The glossary's terms that the text uses. */
  terms: TermNote[];
}

/** Reads a body once, in order: anchors and citation numbers come out as the reader meets them. */
export function toBody(
  body: ArticleBody,
  sources: Parameters<typeof countCitations>[0],
  glossary: Parameters<typeof markTerms>[0] = [],
): BodyView {
  const headings = headingsOf(body);
  const ids = headings.map(({ id }) => id).values();
  const nextHeadingId = () => ids.next().value ?? null;
  const { cite, backLinks } = countCitations(sources);
  const { mark, found } = markTerms(glossary);
  const shape = shapeOf({ cite, nextHeadingId, markTerms: mark });
  return {
    blocks: resumeAfterCards(body.map(shape)),
    contents: headings.filter(({ level }) => level === 2).map(({ id, text }) => ({ href: `#${id}`, text: smarten(text) })),
    backLinks,
    terms: found(),
  };
}

/** A heading after a care card tells those who hear the page that the card has ended: that of the section, where none follows. */
function resumeAfterCards(blocks: BodyBlockView[]): BodyBlockView[] {
  let section: string | null = null;
  return blocks.map((block, i) => {
    section = lastHeadingOf(block) ?? section;
    const next = blocks[i + 1];
    if (block.type !== 'care-card' || section === null || next === undefined || opensWithHeading(next)) return block;
    return { ...block, resumes: section };
  });
}

function lastHeadingOf(block: BodyBlockView): string | null {
  if (block.type === 'rich-text') {
    const heading = block.content.findLast(({ type }) => type === 'heading');
    return heading?.type === 'heading' ? textOf(heading.children) : null;
  }
  return 'heading' in block && typeof block.heading === 'object' ? (block.heading?.text ?? null) : null;
}

function opensWithHeading(block: BodyBlockView): boolean {
  if (block.type === 'rich-text') return block.content[0]?.type === 'heading';
  return block.type === 'care-card' || ('heading' in block && block.heading !== null);
}

function shapeOf(running: Required<RichTextContext>): (block: ArticleBlock) => BodyBlockView {
  // Only running text has headings of its own that the contents list knows.
  const inset: RichTextContext = { cite: running.cite };
  const explained: RichTextContext = { ...inset, markTerms: running.markTerms };
  const headed = (text: string | null): BlockHeading | null => {
    const id = text ? running.nextHeadingId() : null;
    return text && id !== null ? { id, text: smarten(text) } : null;
  };
  return (block) => {
    switch (block.__typename) {
      case 'RichTextBlock':
        return { type: 'rich-text', content: toRichText(block.content, running) };
      case 'CalloutBlock':
        return {
          type: 'callout',
          tone: lower(block.tone),
          heading: block.heading && smarten(block.heading),
          content: toRichText(block.content, explained),
        };
      case 'CareCardBlock':
        return {
          type: 'care-card',
          urgency: lower(block.urgency),
          heading: smarten(block.heading),
          // Nothing to open in a card that someone may read in a hurry.
          content: toRichText(block.content, inset),
          resumes: null,
        };
      case 'DoDontListBlock':
        return {
          type: 'do-dont-list',
          heading: headed(block.heading),
          dos: block.dos.map((item) => smarten(item)),
          donts: block.donts.map((item) => smarten(item)),
        };
      case 'ComparisonTableBlock':
        return toComparisonTable(block, inset);
      case 'TimelineBlock':
        return {
          type: 'timeline',
          heading: headed(block.heading),
          entries: block.entries.map(({ date, title, content }) => ({
            date,
            title: smarten(title),
            content: content && toRichText(content, inset),
          })),
        };
      case 'FigureBlock':
        return { type: 'figure', picture: toPicture(block.image), caption: block.caption && toRichText(block.caption, inset) };
      case 'FaqBlock':
        return {
          type: 'faq',
          heading: headed(block.heading),
          items: block.items.map(({ question, answer }) => ({
            question: smarten(question),
            answer: toRichText(answer, explained),
          })),
        };
    }
  };
}

function toComparisonTable(block: Parsed<'ComparisonTableBlock'>, context: RichTextContext): ComparisonTableView {
  const columns = block.columns.map((column) => smarten(column));
  return {
    type: 'comparison-table',
    caption: smarten(block.caption),
    cornerHeader: smarten(block.cornerHeader),
    columns,
    rows: block.rows.map(({ header, cells }) => ({
      header: smarten(header),
      cells: cells.map((cell, i) => ({ column: columns[i] ?? '', content: toRichText(cell, context) })),
    })),
    note: block.note && smarten(block.note),
  };
}

function lower<T extends string>(value: T): Lowercase<T> {
  return value.toLowerCase() as Lowercase<T>;
}
