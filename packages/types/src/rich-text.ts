import * as v from 'valibot';

/** A run of text with the same formatting. */
export interface TextNode {
  type: 'text';
  text: string;
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  strikethrough?: boolean | undefined;
}

/** A link. `url` is `https:`, `http:`, `mailto:`, `tel:` or a path of the site that begins with one `/`. */
export interface LinkNode {
  type: 'link';
  url: string;
  children: TextNode[];
}

export type InlineNode = TextNode | LinkNode;

export interface ParagraphNode {
  type: 'paragraph';
  children: InlineNode[];
}

/** A section heading. Level 1 is the page's title and never occurs here. */
export interface HeadingNode {
  type: 'heading';
  level: 2 | 3 | 4;
  children: InlineNode[];
}

export interface ListItemNode {
  type: 'list-item';
  children: InlineNode[];
}

/** A list; a nested list stands among the items, after the item it belongs to. */
export interface ListNode {
  type: 'list';
  format: 'ordered' | 'unordered';
  children: (ListItemNode | ListNode)[];
}

export interface QuoteNode {
  type: 'quote';
  children: InlineNode[];
}

export type RichTextNode = ParagraphNode | HeadingNode | ListNode | QuoteNode;

/** Formatted text: what the schema's scalar `RichText` holds. */
export type RichText = RichTextNode[];

/**
 * Whether an address may stand in a link: `https:`, `http:`, `mailto:`, `tel:`, or a path of the site beginning with one `/`.
 * Control characters, backslashes, `//host` and every other scheme are refused.
 */
export function isSafeUrl(url: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what must not pass
  if (url.length > 2048 || /[\u0000-\u0020\u007f\\]/.test(url)) return false;
  if (url.startsWith('/')) return !url.startsWith('//');
  return /^(?:https?:\/\/[^/]|mailto:.|tel:.)/i.test(url);
}

const flag = v.optional(v.boolean());

const textNode = v.object({
  type: v.literal('text'),
  text: v.string(),
  bold: flag,
  italic: flag,
  strikethrough: flag,
});

const linkNode = v.object({
  type: v.literal('link'),
  url: v.pipe(v.string(), v.check(isSafeUrl, 'is not an address that a link may lead to')),
  children: v.array(textNode),
});

const inlines = v.array(v.variant('type', [textNode, linkNode]));

const listItem = v.object({ type: v.literal('list-item'), children: inlines });

const list: v.GenericSchema<ListNode> = v.object({
  type: v.literal('list'),
  format: v.picklist(['ordered', 'unordered']),
  children: v.array(v.lazy((input) => (isListInput(input) ? list : listItem))),
});

function isListInput(input: unknown): boolean {
  return typeof input === 'object' && input !== null && (input as { type?: unknown }).type === 'list';
}

/** The valibot schema of {@link RichText}. Unknown properties are dropped, unknown node types refused. */
export const richTextSchema: v.GenericSchema<unknown, RichText> = v.array(
  v.union([
    v.object({ type: v.literal('paragraph'), children: inlines }),
    v.object({ type: v.literal('heading'), level: v.picklist([2, 3, 4]), children: inlines }),
    list,
    v.object({ type: v.literal('quote'), children: inlines }),
  ]),
);

/**
 * Checks a value that claims to be rich text.
 * @throws {v.ValiError} naming the first node that does not fit
 */
export function parseRichText(value: unknown): RichText {
  return v.parse(richTextSchema, value);
}
