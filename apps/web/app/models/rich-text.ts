import { isSafeUrl, type InlineNode, type LinkNode, type ListNode, type RichText, type TextNode } from '@clinic/types';

import type { MarkedText } from './terms.ts';
import { smarten } from './typography.ts';

/** A run of text, ready to be shown. */
export interface TextRun {
  type: 'text';
  text: string;
  bold: boolean;
  italic: boolean;
  strikethrough: boolean;
}

/** A link that may be followed. `external` ones lead to another site. */
export interface LinkView {
  type: 'link';
  href: string;
  external: boolean;
  children: TextRun[];
}

/** Words that rest on a source: plain text, followed by the number of its reference. */
export interface CitationView {
  type: 'citation';
  number: number;
  /** Unique on the page; the reference links back to it. */
  id: string;
  children: TextRun[];
}

/** Words that the glossary explains, at their first use. */
export interface TermView {
  type: 'term';
  /** The explanation on this page. */
  noteId: string;
  run: TextRun;
}

export type InlineView = TextRun | LinkView | CitationView | TermView;

export interface ListView {
  type: 'list';
  ordered: boolean;
  /** Each item with the lists that belong to it. */
  items: { children: InlineView[]; lists: ListView[] }[];
}

export type RichTextBlockView =
  | { type: 'paragraph'; children: InlineView[] }
  | { type: 'heading'; level: 2 | 3 | 4; id: string | null; children: InlineView[] }
  | { type: 'quote'; children: InlineView[] }
  | ListView;

export type RichTextView = RichTextBlockView[];

/** What the page around a rich text knows. Without it there are no citations and headings have no anchors. */
export interface RichTextContext {
  /** Registers one more place that cites what a link leads to; null for an ordinary link. */
  cite?: (url: string) => { number: number; id: string } | null;
  /** Finds the terms in running text that the glossary explains. */
  markTerms?: (text: string) => MarkedText[];
  /** The anchor of the next heading in reading order. */
  nextHeadingId?: () => string | null;
}

/** Rich text as the page shows it: citations told from links, unsafe addresses dropped, quotation marks set. */
export function toRichText(richText: RichText, context: RichTextContext = {}): RichTextView {
  return richText.map((node): RichTextBlockView => {
    switch (node.type) {
      case 'paragraph':
        return { type: 'paragraph', children: toInlines(node.children, context) };
      case 'quote':
        return { type: 'quote', children: toInlines(node.children, withoutTerms(context)) };
      case 'heading':
        return {
          type: 'heading',
          level: node.level,
          id: context.nextHeadingId?.() ?? null,
          children: toInlines(node.children, withoutTerms(context)),
        };
      case 'list':
        return toList(node, context);
    }
  });
}

/** Someone else's words and headings are left as they are. */
function withoutTerms({ cite, nextHeadingId }: RichTextContext): RichTextContext {
  return { ...(cite && { cite }), ...(nextHeadingId && { nextHeadingId }) };
}

function toList(list: ListNode, context: RichTextContext): ListView {
  const items: ListView['items'] = [];
  for (const child of list.children) {
    if (child.type === 'list-item') {
      items.push({ children: toInlines(child.children, context), lists: [] });
      continue;
    }
    const owner = items.at(-1);
    const nested = toList(child, context);
    if (owner) owner.lists.push(nested);
    else items.push({ children: [], lists: [nested] });
  }
  return { type: 'list', ordered: list.format === 'ordered', items };
}

function toInlines(nodes: readonly InlineNode[], context: RichTextContext): InlineView[] {
  let before = '';
  const run = (node: TextNode): TextRun => {
    const text = smarten(node.text, before);
    before = text.at(-1) ?? before;
    return {
      type: 'text',
      text,
      bold: node.bold ?? false,
      italic: node.italic ?? false,
      strikethrough: node.strikethrough ?? false,
    };
  };
  return nodes.flatMap((node): InlineView[] =>
    node.type === 'text' ? withTerms(run(node), context) : toLink(node, node.children.map(run), context),
  );
}

function withTerms(run: TextRun, { markTerms }: RichTextContext): InlineView[] {
  if (!markTerms) return [run];
  return markTerms(run.text).map(({ text, note }) =>
    note ? { type: 'term', noteId: note.id, run: { ...run, text } } : { ...run, text },
  );
}

function toLink(link: LinkNode, children: TextRun[], context: RichTextContext): InlineView[] {
  const cited = context.cite?.(link.url);
  if (cited) return [{ type: 'citation', ...cited, children }];
  // The contract's parser has refused these already; a link is checked again where it becomes one.
  if (!isSafeUrl(link.url)) return children;
  return [{ type: 'link', href: link.url, external: /^https?:/i.test(link.url), children }];
}

/** The words of a line, without their looks. */
export function textOf(nodes: readonly InlineView[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return node.text;
        case 'term':
          return node.run.text;
        case 'link':
        case 'citation':
          return textOf(node.children);
      }
    })
    .join('');
}
