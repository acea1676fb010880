import type { ArticleBlock, ArticleBody } from '@clinic/types';

import { toImage, type StoredFile } from './image';
import { toRichText } from './rich-text';

interface Item {
  text: string;
}

interface Grid {
  corner: string;
  columns: string[];
  rows: { header: string; cells: unknown[] }[];
}

/** A block of an article's dynamic zone, as stored and fully populated. */
export type StoredBlock =
  | { __component: 'body.rich-text'; content: unknown }
  | { __component: 'body.callout'; tone: 'note' | 'caution' | 'example'; heading?: string | null; content: unknown }
  | { __component: 'body.care-card'; urgency: 'routine' | 'urgent' | 'emergency'; heading: string; content: unknown }
  | { __component: 'body.do-dont-list'; heading?: string | null; dos?: Item[]; donts?: Item[] }
  | { __component: 'body.comparison-table'; caption: string; grid: Grid; note?: string | null }
  | { __component: 'body.timeline'; heading?: string | null; entries?: { date: string; title: string; content?: unknown }[] }
  | { __component: 'body.figure'; image?: StoredFile | null; alt?: string | null; decorative?: boolean; caption?: unknown }
  | { __component: 'body.faq'; heading?: string | null; items?: { question: string; answer: unknown }[] };

/** What to populate so that every block is complete: no list inside an article is ever cut. */
export const bodyPopulate = {
  on: {
    'body.rich-text': true,
    'body.callout': true,
    'body.care-card': true,
    'body.do-dont-list': { populate: { dos: true, donts: true } },
    'body.comparison-table': true,
    'body.timeline': { populate: { entries: true } },
    'body.figure': { populate: { image: true } },
    'body.faq': { populate: { items: true } },
  },
} as const;

const upper = <T extends string>(value: T) => value.toUpperCase() as Uppercase<T>;

function orNull(value: unknown) {
  const richText = toRichText(value);
  return richText.length > 0 ? richText : null;
}

function toBlock(block: StoredBlock): ArticleBlock[] {
  switch (block.__component) {
    case 'body.rich-text':
      return [{ __typename: 'RichTextBlock', content: toRichText(block.content) }];
    case 'body.callout':
      return [
        {
          __typename: 'CalloutBlock',
          tone: upper(block.tone),
          heading: block.heading ?? null,
          content: toRichText(block.content),
        },
      ];
    case 'body.care-card':
      return [
        {
          __typename: 'CareCardBlock',
          urgency: upper(block.urgency),
          heading: block.heading,
          content: toRichText(block.content),
        },
      ];
    case 'body.do-dont-list': {
      const texts = (items: Item[] | undefined) => (items ?? []).map(({ text }) => text);
      return [
        { __typename: 'DoDontListBlock', heading: block.heading ?? null, dos: texts(block.dos), donts: texts(block.donts) },
      ];
    }
    case 'body.comparison-table': {
      const { corner, columns, rows } = block.grid;
      return [
        {
          __typename: 'ComparisonTableBlock',
          caption: block.caption,
          cornerHeader: corner,
          columns,
          rows: rows.map(({ header, cells }) => ({ header, cells: cells.map(toRichText) })),
          note: block.note ?? null,
        },
      ];
    }
    case 'body.timeline': {
      const entries = (block.entries ?? []).map(({ date, title, content }) => ({ date, title, content: orNull(content) }));
      return [{ __typename: 'TimelineBlock', heading: block.heading ?? null, entries }];
    }
    case 'body.figure': {
      const image = toImage(block.image, block);
      return image ? [{ __typename: 'FigureBlock', image, caption: orNull(block.caption) }] : [];
    }
    case 'body.faq': {
      const items = (block.items ?? []).map(({ question, answer }) => ({ question, answer: toRichText(answer) }));
      return [{ __typename: 'FaqBlock', heading: block.heading ?? null, items }];
    }
  }
}

/** An article's stored body as the contract's blocks, in order. A figure whose file is gone is left out. */
export function toBody(blocks: StoredBlock[] | null | undefined): ArticleBody {
  return (blocks ?? []).flatMap(toBlock);
}
