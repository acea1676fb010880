import { isSafeUrl } from '@clinic/types';

import type { StoredNode } from '../../contract/rich-text';

import { perNode } from './per-node';
import type { Problem } from './problem';

const REFUSED: Record<string, string> = {
  image: 'Pictures belong in a Figure block, where they get a text description. Remove the picture from the text.',
  code: 'Code cannot be shown on the site. Turn this passage into an ordinary paragraph.',
};

function childrenOf(node: StoredNode): StoredNode[] {
  return Array.isArray(node.children) ? (node.children as StoredNode[]) : [];
}

/** What a page cannot show of a rich text: one plain sentence per problem. An empty field has none. */
export function checkRichText(value: unknown, path: Problem['path']): Problem[] {
  if (!Array.isArray(value)) return [];
  const messages = new Set((value as StoredNode[]).flatMap(problemsOf));
  return [...messages].map((message) => ({ path, message }));
}

function problemsOf(node: StoredNode): string[] {
  const own: string[] = [];
  const refused = typeof node.type === 'string' ? REFUSED[node.type] : undefined;
  if (refused !== undefined) own.push(refused);
  if (node.type === 'heading' && typeof node.level === 'number' && (node.level < 2 || node.level > 4)) {
    own.push('Use headings of level 2, 3 or 4. Level 1 is the title of the page.');
  }
  if ((node as { underline?: unknown }).underline === true)
    own.push('Underlined words look like links. Use bold or italic instead.');
  if ((node as { code?: unknown }).code === true) own.push('Code cannot be shown on the site. Remove the code formatting.');
  if (node.type === 'link' && !(typeof node.url === 'string' && isSafeUrl(node.url))) {
    own.push('A link must begin with https://, http://, mailto:, tel: or with one / for a page of this site.');
  }
  return [...own, ...childrenOf(node).flatMap(problemsOf)];
}

/** A link as an editor wrote it: where it leads and the words it stands on. */
export interface WrittenLink {
  url: string;
  words: string;
}

/** Every link of a rich text, in order. */
export function linksIn(value: unknown): WrittenLink[] {
  if (!Array.isArray(value)) return [];
  return (value as StoredNode[]).flatMap(linksOfNode);
}

const linksOfNode = perNode((node: StoredNode): WrittenLink[] =>
  node.type === 'link' && typeof node.url === 'string'
    ? [{ url: node.url, words: wordsOf(node) }]
    : childrenOf(node).flatMap(linksOfNode),
);

/** The words of a node, without formatting. */
export const wordsOf = perNode((node: StoredNode): string =>
  typeof node.text === 'string' ? node.text : childrenOf(node).map(wordsOf).join(''),
);
