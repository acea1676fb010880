import * as v from 'valibot';

import { graphql, type FragmentOf } from './graphql.js';
import { richTextSchema } from './rich-text.js';

/**
 * Everything a page needs of an article's body. Spread it as `body { ...ArticleBody }` and read the answer with {@link parseArticleBody}.
 * GraphQL wants fields of one name to have one type in every block of a union: two that differ are asked for under other names.
 */
export const articleBodyFragment = graphql(`
  fragment ArticleBody on ArticleBlock {
    __typename
    ... on RichTextBlock {
      content
    }
    ... on CalloutBlock {
      tone
      heading
      content
    }
    ... on CareCardBlock {
      urgency
      careHeading: heading
      content
    }
    ... on DoDontListBlock {
      heading
      dos
      donts
    }
    ... on ComparisonTableBlock {
      caption
      cornerHeader
      columns
      rows {
        header
        cells
      }
      note
    }
    ... on TimelineBlock {
      heading
      entries {
        date
        title
        content
      }
    }
    ... on FigureBlock {
      image {
        url
        width
        height
        alt
        decorative
      }
      figureCaption: caption
    }
    ... on FaqBlock {
      heading
      items {
        question
        answer
      }
    }
  }
`);

type Answered = FragmentOf<typeof articleBodyFragment>;
type AnsweredAs<Name extends Answered['__typename']> = Extract<Answered, { __typename: Name }>;

/** One block of an article's body, told apart by `__typename`, with the names of the schema. */
export type ArticleBlock =
  | Exclude<Answered, AnsweredAs<'CareCardBlock' | 'FigureBlock'>>
  | (Omit<AnsweredAs<'CareCardBlock'>, 'careHeading'> & { heading: AnsweredAs<'CareCardBlock'>['careHeading'] })
  | (Omit<AnsweredAs<'FigureBlock'>, 'figureCaption'> & { caption: AnsweredAs<'FigureBlock'>['figureCaption'] });

/** An article's body: its blocks in order. */
export type ArticleBody = ArticleBlock[];

const text = v.string();
const optionalText = v.nullable(text);

const image = v.object({
  url: v.pipe(text, v.url()),
  width: v.pipe(v.number(), v.integer(), v.minValue(1)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1)),
  alt: text,
  decorative: v.boolean(),
});

const block = v.variant('__typename', [
  v.object({ __typename: v.literal('RichTextBlock'), content: richTextSchema }),
  v.object({
    __typename: v.literal('CalloutBlock'),
    tone: v.picklist(['NOTE', 'CAUTION', 'EXAMPLE']),
    heading: optionalText,
    content: richTextSchema,
  }),
  v.object({
    __typename: v.literal('CareCardBlock'),
    urgency: v.picklist(['ROUTINE', 'URGENT', 'EMERGENCY']),
    heading: text,
    content: richTextSchema,
  }),
  v.object({
    __typename: v.literal('DoDontListBlock'),
    heading: optionalText,
    dos: v.array(text),
    donts: v.array(text),
  }),
  v.pipe(
    v.object({
      __typename: v.literal('ComparisonTableBlock'),
      caption: text,
      cornerHeader: text,
      columns: v.array(text),
      rows: v.array(v.object({ header: text, cells: v.array(richTextSchema) })),
      note: optionalText,
    }),
    v.check(
      ({ columns, rows }) => rows.every(({ cells }) => cells.length === columns.length),
      'a row has not one cell per column',
    ),
  ),
  v.object({
    __typename: v.literal('TimelineBlock'),
    heading: optionalText,
    entries: v.array(v.object({ date: text, title: text, content: v.nullable(richTextSchema) })),
  }),
  v.object({ __typename: v.literal('FigureBlock'), image, caption: v.nullable(richTextSchema) }),
  v.object({
    __typename: v.literal('FaqBlock'),
    heading: optionalText,
    items: v.array(v.object({ question: text, answer: richTextSchema })),
  }),
]);

const schemaNames = new Map([
  ['careHeading', 'heading'],
  ['figureCaption', 'caption'],
]);

function withSchemaNames(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [schemaNames.get(name) ?? name, field]));
}

const answeredBlock = v.pipe(v.unknown(), v.transform(withSchemaNames), block);

/**
 * Checks a value that claims to be an article's body, as selected by {@link articleBodyFragment} or with the names of the schema.
 * @throws {v.ValiError} naming the first block that does not fit
 */
export function parseArticleBody(value: unknown): ArticleBody {
  return v.parse(v.array(answeredBlock), value);
}
