import { isSafeUrl } from '@clinic/types';

import type { StoredNode } from '../../contract/rich-text';

import type { Cell, PastedCell } from './grid';

interface Marks {
  bold?: boolean;
  italic?: boolean;
}

const childrenOf = (node: StoredNode): StoredNode[] => (Array.isArray(node.children) ? (node.children as StoredNode[]) : []);

/** Whether a cell holds nothing but paragraphs, so that it can be edited here without losing anything. */
export function isSimple(cell: Cell): boolean {
  return cell.every(({ type }) => type === 'paragraph');
}

function textNode({ text, bold, italic }: StoredNode): Node {
  let node: Node = document.createTextNode(typeof text === 'string' ? text : '');
  for (const [on, tag] of [
    [italic, 'em'],
    [bold, 'strong'],
  ] as const) {
    if (on !== true) continue;
    const wrapper = document.createElement(tag);
    wrapper.append(node);
    node = wrapper;
  }
  return node;
}

function inlineNode(node: StoredNode): Node {
  if (node.type !== 'link') return textNode(node);
  const link = document.createElement('a');
  link.setAttribute('href', String(node.url));
  link.append(...childrenOf(node).map(textNode));
  return link;
}

/** Shows a cell inside an element; paragraphs are divided by line breaks. */
export function showCell(cell: Cell, element: HTMLElement): void {
  const paragraphs = cell.map((paragraph) => childrenOf(paragraph).map(inlineNode));
  element.replaceChildren(...paragraphs.flatMap((nodes, i) => (i === 0 ? nodes : [document.createElement('br'), ...nodes])));
}

const BLOCKS = new Set(['DIV', 'P', 'LI', 'TR']);

/** Reads what stands in an element back as a cell. Formatting that a table cannot have is left behind; words never are. */
export function readCell(element: Node): Cell {
  const paragraphs: StoredNode[][] = [[]];
  const add = (node: StoredNode) => paragraphs.at(-1)?.push(node);
  const visit = (node: Node, marks: Marks, into: (node: StoredNode) => void): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = (node.textContent ?? '').replace(/\s+/g, ' ');
      if (text !== '') into({ type: 'text', text, ...marks });
      return;
    }
    if (!(node instanceof HTMLElement)) return;
    const { tagName, style } = node;
    if (['STYLE', 'SCRIPT', 'META', 'TITLE'].includes(tagName)) return;
    if (tagName === 'BR') {
      paragraphs.push([]);
      return;
    }
    if (BLOCKS.has(tagName) && paragraphs.at(-1)?.length) paragraphs.push([]);
    const bold = ['B', 'STRONG'].includes(tagName) ? style.fontWeight !== 'normal' : /^(?:bold|[6-9]00)$/.test(style.fontWeight);
    const italic = ['I', 'EM'].includes(tagName) || style.fontStyle === 'italic';
    const own: Marks = { ...marks, ...(bold && { bold }), ...(italic && { italic }) };
    const url = tagName === 'A' ? node.getAttribute('href') : null;
    if (url === null || !isSafeUrl(url)) {
      node.childNodes.forEach((child) => {
        visit(child, own, into);
      });
      return;
    }
    const children: StoredNode[] = [];
    node.childNodes.forEach((child) => {
      visit(child, own, (inner) => children.push(inner));
    });
    if (children.length > 0) into({ type: 'link', url, children });
  };
  element.childNodes.forEach((child) => {
    visit(child, {}, add);
  });
  const cell = paragraphs
    .filter((children, i) => children.length > 0 || (i > 0 && i < paragraphs.length - 1))
    .map((children) => ({ type: 'paragraph', children }));
  return cell.length > 0 ? cell : [{ type: 'paragraph', children: [{ type: 'text', text: '' }] }];
}

/** The table that a spreadsheet or page put on the clipboard as HTML, or null if there is none. */
export function readHtmlTable(html: string): PastedCell[][] | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return null;
  const rows = [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => {
      const words = cell.textContent.replace(/\s+/g, ' ').trim();
      const blank = Array.from({ length: Math.max(0, cell.colSpan - 1) }, (): PastedCell => ({
        words: '',
        cell: readCell(new Text('')),
      }));
      return [{ words, cell: trimmed(readCell(cell)) }, ...blank];
    }),
  );
  return rows.length > 0 ? rows : null;
}

/** Without the spaces that markup has around the words of a cell. */
function trimmed(cell: Cell): Cell {
  return cell.map((paragraph) => {
    const children = childrenOf(paragraph);
    return {
      ...paragraph,
      children: children
        .map((node, i) => {
          if (typeof node.text !== 'string') return node;
          const start = i === 0 ? node.text.trimStart() : node.text;
          return { ...node, text: i === children.length - 1 ? start.trimEnd() : start };
        })
        .filter(({ text }) => text !== '' || children.length === 1),
    };
  });
}
