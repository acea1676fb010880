import { isSafeUrl, type InlineNode, type ListNode, type RichText, type RichTextNode, type TextNode } from '@clinic/types';

/** A node of Strapi's Blocks field, as stored; nothing about it is certain. */
export interface StoredNode {
  type?: unknown;
  text?: unknown;
  bold?: unknown;
  italic?: unknown;
  strikethrough?: unknown;
  url?: unknown;
  level?: unknown;
  format?: unknown;
  children?: unknown;
}

function childrenOf(node: StoredNode): StoredNode[] {
  return Array.isArray(node.children) ? (node.children as StoredNode[]) : [];
}

function textNodes(nodes: StoredNode[]): TextNode[] {
  return nodes.flatMap((node) => {
    if (typeof node.text !== 'string') return textNodes(childrenOf(node));
    return node.text === ''
      ? []
      : [
          {
            type: 'text' as const,
            text: node.text,
            ...(node.bold === true && { bold: true }),
            ...(node.italic === true && { italic: true }),
            ...(node.strikethrough === true && { strikethrough: true }),
          },
        ];
  });
}

function inlineNodes(nodes: StoredNode[]): InlineNode[] {
  return nodes.flatMap((node): InlineNode[] => {
    if (node.type !== 'link') return textNodes([node]);
    const children = textNodes(childrenOf(node));
    if (children.length === 0) return [];
    return typeof node.url === 'string' && isSafeUrl(node.url) ? [{ type: 'link', url: node.url, children }] : children;
  });
}

function list(node: StoredNode): ListNode {
  return {
    type: 'list',
    format: node.format === 'ordered' ? 'ordered' : 'unordered',
    children: childrenOf(node).map((child) =>
      child.type === 'list' ? list(child) : { type: 'list-item', children: inlineNodes(childrenOf(child)) },
    ),
  };
}

function headingLevel(level: unknown): 2 | 3 | 4 {
  return level === 3 ? 3 : level === 1 || level === 2 ? 2 : 4;
}

function block(node: StoredNode): RichTextNode[] {
  if (node.type === 'list') return [list(node)];
  const children = inlineNodes(childrenOf(node));
  if (children.length === 0) return [];
  if (node.type === 'heading') return [{ type: 'heading', level: headingLevel(node.level), children }];
  if (node.type === 'quote') return [{ type: 'quote', children }];
  return [{ type: 'paragraph', children }];
}

/**
 * A stored Blocks value as the contract's rich text. Words are never dropped: what the contract does not know (code, underline, an unsafe
 * link) becomes plain text; pictures, which have no words, and empty paragraphs disappear.
 */
export function toRichText(stored: unknown): RichText {
  return Array.isArray(stored) ? (stored as StoredNode[]).flatMap(block) : [];
}
