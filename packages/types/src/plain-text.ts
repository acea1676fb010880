import type { ArticleBlock, ArticleBody } from './article-body.js';
import type { InlineNode, ListNode, RichText, RichTextNode } from './rich-text.js';

/** The words of a run of inline nodes, without formatting. */
export function inlineText(nodes: readonly InlineNode[]): string {
  return nodes.map((node) => (node.type === 'link' ? inlineText(node.children) : node.text)).join('');
}

function listText(list: ListNode): string {
  return list.children.map((item) => (item.type === 'list' ? listText(item) : inlineText(item.children))).join('\n');
}

function nodeText(node: RichTextNode): string {
  return node.type === 'list' ? listText(node) : inlineText(node.children);
}

/** Rich text without formatting; blocks are separated by an empty line, list items by a line break. */
export function richTextToPlainText(richText: RichText): string {
  return richText.map(nodeText).join('\n\n');
}

function blockText(block: ArticleBlock): (string | null)[] {
  switch (block.__typename) {
    case 'RichTextBlock':
      return [richTextToPlainText(block.content)];
    case 'CalloutBlock':
    case 'CareCardBlock':
      return [block.heading, richTextToPlainText(block.content)];
    case 'DoDontListBlock':
      return [block.heading, ...block.dos.map((item) => `Do ${item}`), ...block.donts.map((item) => `Do not ${item}`)];
    case 'ComparisonTableBlock':
      return [
        block.caption,
        ...block.rows.map(({ header, cells }) =>
          [header, ...cells.map((cell, i) => `${block.columns[i] ?? ''}: ${richTextToPlainText(cell)}`)].join('\n'),
        ),
        block.note,
      ];
    case 'TimelineBlock':
      return [
        block.heading,
        ...block.entries.map(({ date, title, content }) =>
          [`${date}: ${title}`, content && richTextToPlainText(content)].filter(Boolean).join('\n'),
        ),
      ];
    case 'FigureBlock':
      return [block.caption && richTextToPlainText(block.caption)];
    case 'FaqBlock':
      return [block.heading, ...block.items.map(({ question, answer }) => `${question}\n${richTextToPlainText(answer)}`)];
  }
}

/** An article's body without formatting; parts are separated by an empty line. Table cells name their column. */
export function toPlainText(body: ArticleBody): string {
  return body.flatMap(blockText).filter(Boolean).join('\n\n');
}

/** How many words a plain text has. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0;
}

/** Estimated minutes to read so many words, at 220 words a minute; at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 220));
}
