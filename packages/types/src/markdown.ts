import type { BlockContent, FootnoteDefinition, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown as serialize } from 'mdast-util-to-markdown';

import type { ArticleBlock, ArticleBody } from './article-body.js';
import { citationIndex } from './citations.js';
import { referenceText, sourceUrl, type ReferenceSource } from './reference.js';
import type { InlineNode, ListItemNode, ListNode, RichText, RichTextNode, TextNode } from './rich-text.js';

/** How a body becomes Markdown. */
export interface MarkdownOptions {
  /** The article's works in order: what cites them becomes a footnote. Without them a citation stays a link. */
  sources?: readonly ReferenceSource[];
  /** The site's origin without a slash at its end, for example `https://clinic.example`: links to the site's own pages become absolute. */
  origin?: string;
}

/** What is the same all through one article. */
interface Context {
  /** The number of the footnote that a link stands for, or null. */
  cited: (url: string) => number | null;
  absolute: (url: string) => string;
}

function formatted({ text, bold, italic, strikethrough }: TextNode): PhrasingContent[] {
  const words = text.trim();
  const plain = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }]);
  if (words === '') return plain(text);
  // Markdown knows no formatting that begins or ends with a space.
  const begin = text.indexOf(words);
  const [before, after] = [text.slice(0, begin), text.slice(begin + words.length)];
  let node: PhrasingContent = { type: 'text', value: words };
  if (strikethrough) node = { type: 'delete', children: [node] };
  if (italic) node = { type: 'emphasis', children: [node] };
  if (bold) node = { type: 'strong', children: [node] };
  return [...plain(before), node, ...plain(after)];
}

function inlines(nodes: readonly InlineNode[], context: Context): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') return formatted(node);
    const children = node.children.flatMap(formatted);
    const number = context.cited(node.url);
    if (number !== null) return [...children, { type: 'footnoteReference', identifier: String(number) }];
    return [{ type: 'link', url: context.absolute(node.url), children: children }];
  });
}

const paragraph = (children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children });
const words = (value: string): PhrasingContent => ({ type: 'text', value });
const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [words(value)] });
const heading = (depth: 2 | 3 | 4, value: string): RootContent => ({ type: 'heading', depth, children: [words(value)] });
const bullets = (children: ListItem[]): List => ({ type: 'list', ordered: false, spread: false, children });

/** A nested list stands among the items in rich text, and inside the item before it in Markdown. */
function list({ format, children }: ListNode, context: Context): List {
  const items: ListItem[] = [];
  for (const child of children) {
    if (child.type === 'list-item') {
      items.push({ type: 'listItem', spread: false, children: [paragraph(inlines(child.children, context))] });
      continue;
    }
    const last = items.at(-1);
    if (last) last.children.push(list(child, context));
    else items.push({ type: 'listItem', spread: false, children: [list(child, context)] });
  }
  return { type: 'list', ordered: format === 'ordered', spread: false, children: items };
}

function node(richTextNode: RichTextNode, context: Context): BlockContent {
  switch (richTextNode.type) {
    case 'list':
      return list(richTextNode, context);
    case 'heading':
      return { type: 'heading', depth: richTextNode.level, children: inlines(richTextNode.children, context) };
    case 'quote':
      return { type: 'blockquote', children: [paragraph(inlines(richTextNode.children, context))] };
    case 'paragraph':
      return paragraph(inlines(richTextNode.children, context));
  }
}

const nodes = (richText: RichText | null, context: Context): BlockContent[] =>
  (richText ?? []).map((richTextNode) => node(richTextNode, context));

/** A cell of a Markdown table holds one line: what stands in several paragraphs or items is strung together. */
function cell(richText: RichText, context: Context): PhrasingContent[] {
  const linesOf = (item: RichTextNode | ListItemNode): InlineNode[][] =>
    item.type === 'list' ? item.children.flatMap(linesOf) : [item.children];
  const lines = richText.flatMap(linesOf);
  return lines.flatMap((line, i) => [...(i > 0 ? [words(' · ')] : []), ...inlines(line, context)]);
}

const tones = { NOTE: 'Good to know', CAUTION: 'Take care', EXAMPLE: 'Example' } as const;
const urgencies = { ROUTINE: 'At your next visit', URGENT: 'Today', EMERGENCY: 'Emergency' } as const;

function aside(label: string, richText: RichText, context: Context): RootContent {
  return { type: 'blockquote', children: [paragraph([strong(label)]), ...nodes(richText, context)] };
}

function table(block: Extract<ArticleBlock, { __typename: 'ComparisonTableBlock' }>, context: Context): RootContent[] {
  const row = (cells: PhrasingContent[][]) => ({
    type: 'tableRow' as const,
    children: cells.map((children) => ({ type: 'tableCell' as const, children })),
  });
  const head = row([block.cornerHeader, ...block.columns].map((text) => [words(text)]));
  const rows = block.rows.map(({ header, cells }) => row([[strong(header)], ...cells.map((content) => cell(content, context))]));
  return [
    paragraph([strong(block.caption)]),
    { type: 'table', children: [head, ...rows] },
    ...(block.note ? [paragraph([words(block.note)])] : []),
  ];
}

function block(value: ArticleBlock, context: Context): RootContent[] {
  const title = 'heading' in value && value.heading ? [heading(2, value.heading)] : [];
  switch (value.__typename) {
    case 'RichTextBlock':
      return nodes(value.content, context);
    case 'CalloutBlock':
      return [aside(value.heading ?? tones[value.tone], value.content, context)];
    case 'CareCardBlock':
      return [aside(`${urgencies[value.urgency]}: ${value.heading}`, value.content, context)];
    case 'DoDontListBlock': {
      const items = [...value.dos.map((text) => ['Do', text]), ...value.donts.map((text) => ['Do not', text])];
      const children = items.map(([lead = '', text = '']): ListItem => ({
        type: 'listItem',
        spread: false,
        children: [paragraph([strong(lead), words(` ${text}`)])],
      }));
      return [...title, bullets(children)];
    }
    case 'ComparisonTableBlock':
      return table(value, context);
    case 'TimelineBlock': {
      const children = value.entries.map(({ date, title: event, content }): ListItem => ({
        type: 'listItem',
        spread: content !== null,
        children: [paragraph([strong(date), words(`: ${event}`)]), ...nodes(content, context)],
      }));
      return [...title, bullets(children)];
    }
    case 'FigureBlock': {
      const { url, alt } = value.image;
      return [paragraph([{ type: 'image', url: context.absolute(url), alt }]), ...nodes(value.caption, context)];
    }
    case 'FaqBlock':
      return [...title, ...value.items.flatMap(({ question, answer }) => [heading(3, question), ...nodes(answer, context)])];
  }
}

function footnote(source: ReferenceSource, i: number): FootnoteDefinition {
  const url = sourceUrl(source);
  const text = words(url === null ? referenceText(source) : `${referenceText(source)} `);
  const link: PhrasingContent[] = url === null ? [] : [{ type: 'link', url, children: [{ type: 'text', value: url }] }];
  return { type: 'footnoteDefinition', identifier: String(i + 1), children: [paragraph([text, ...link])] };
}

/**
 * An article's body as Markdown (CommonMark with tables, footnotes and strikethrough as GitHub writes them). Nothing is left out: care cards
 * and callouts become quotes that begin with their label, and every work in `sources` is a footnote under its number.
 */
export function toMarkdown(body: ArticleBody, { sources = [], origin }: MarkdownOptions = {}): string {
  const lookUp = citationIndex(sources);
  const context: Context = {
    cited: (url) => lookUp(url)?.number ?? null,
    absolute: (url) => (origin !== undefined && url.startsWith('/') ? `${origin}${url}` : url),
  };
  const children = [...body.flatMap((value) => block(value, context)), ...sources.map(footnote)];
  return serialize(
    { type: 'root', children },
    {
      bullet: '-',
      emphasis: '_',
      extensions: [gfmFootnoteToMarkdown(), gfmStrikethroughToMarkdown(), gfmTableToMarkdown({ tablePipeAlign: false })],
    },
  );
}
