import { isSafeUrl } from '@clinic/types';

import type { StoredNode } from '../contract/rich-text';

import type { Problem } from './refusal';

const REFUSED: Record<string, string> = {
  image: 'Pictures belong in a Figure block, where they get a text description. Remove the picture from the text.',
  code: 'Code cannot be shown on the site. Turn this passage into an ordinary paragraph.',
};

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
  const children = Array.isArray(node.children) ? (node.children as StoredNode[]) : [];
  return [...own, ...children.flatMap(problemsOf)];
}
