import type { StoredNode } from '../../contract/rich-text';

import { blocksOf, richTextsIn, type Block, type Fields } from './fields';
import type { Problem } from './problem';
import { wordsOf } from './rich-text';

/** A run of text that is read as one: a paragraph, a list item, a heading, or a field of plain text. */
export interface Passage {
  path: Problem['path'];
  words: string;
  /** The stored node, where there is one. */
  node?: StoredNode;
}

const isNode = (value: unknown): value is StoredNode => typeof value === 'object' && value !== null;

/** The paragraphs, headings, quotes and list items of a stored rich text, in order. */
export function passagesIn(value: unknown, path: Problem['path']): Passage[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isNode).flatMap((node) => {
    const children: unknown = node.children;
    return node.type === 'list' ? passagesIn(children, path) : [{ path, words: wordsOf(node), node }];
  });
}

/** Whether a stored rich text has no words. */
export function isWordless(value: unknown): boolean {
  return passagesIn(value, []).every(({ words }) => words.trim() === '');
}

const plainFields = ['title', 'summary', 'shortAnswer', 'contentNote', 'evidenceNote'];

/** The fields of plain text of each block. */
const plainInBlock: Record<string, string[]> = {
  'body.callout': ['heading'],
  'body.care-card': ['heading'],
  'body.do-dont-list': ['heading'],
  'body.comparison-table': ['caption', 'note'],
  'body.timeline': ['heading'],
  'body.faq': ['heading'],
};

const listsInBlock: Record<string, [list: string, field: string][]> = {
  'body.do-dont-list': [
    ['dos', 'text'],
    ['donts', 'text'],
  ],
  'body.timeline': [['entries', 'title']],
  'body.faq': [['items', 'question']],
};

function plain(fields: Fields, names: string[], at: Problem['path']): Passage[] {
  return names.flatMap((name) => {
    const value = fields[name];
    return typeof value === 'string' && value.trim() !== '' ? [{ path: [...at, name], words: value }] : [];
  });
}

function listed(fields: Fields, list: string, field: string, at: Problem['path']): Passage[] {
  const items = fields[list];
  return Array.isArray(items) ? (items as Fields[]).flatMap((item, i) => plain(item, [field], [...at, list, i])) : [];
}

function plainOfBlock({ block, path }: { block: Block; path: Problem['path'] }): Passage[] {
  const { __component: component } = block;
  return [
    ...plain(block, plainInBlock[component] ?? [], path),
    ...(listsInBlock[component] ?? []).flatMap(([list, field]) => listed(block, list, field, path)),
  ];
}

/** Everything in an article that a visitor reads, passage by passage. */
export function passagesOf(article: Fields): Passage[] {
  return [
    ...plain(article, plainFields, []),
    ...listed(article, 'keyTakeaways', 'text', []),
    ...blocksOf(article).flatMap(plainOfBlock),
    ...richTextsIn('api::article.article', article).flatMap(({ value, path }) => passagesIn(value, path)),
  ];
}
