import { describe, expect, it } from 'vitest';

import { openBody, toSealedBody } from './documents';

const content = [{ type: 'paragraph', children: [{ type: 'text', text: 'Words.' }] }];

const stored = [
  { __component: 'body.rich-text', content },
  { __component: 'body.callout', tone: 'note', heading: null, content },
  { __component: 'body.care-card', urgency: 'urgent', heading: 'Call', content },
  { __component: 'body.do-dont-list', heading: null, dos: [{ text: 'Rest' }], donts: [{ text: 'Drive' }] },
  {
    __component: 'body.comparison-table',
    caption: 'A caption',
    grid: { corner: '', columns: ['A'], rows: [{ header: 'B', cells: [content] }] },
    note: null,
  },
  {
    __component: 'body.timeline',
    heading: null,
    entries: [
      { date: '1896', title: 'First' },
      { date: '1906', title: 'Then', content },
    ],
  },
  { __component: 'body.faq', heading: null, items: [{ question: 'Why?', answer: content }] },
];

/** Every rich text in a value: an array of blocks, each with a type. */
const treesIn = (value: unknown): unknown[] => {
  if (typeof value !== 'object' || value === null) return [];
  const isTree = Array.isArray(value) && value.some((node) => (node as { type?: string } | null)?.type === 'paragraph');
  return isTree ? [value] : Object.values(value).flatMap(treesIn);
};

describe('an article’s text that was sealed', () => {
  it('holds every rich text as JSON, and is the same once opened', () => {
    const sealed = toSealedBody(stored);
    expect(treesIn(sealed)).toEqual([]);
    expect(sealed).toHaveLength(stored.length);
    const open = openBody(sealed);
    expect(treesIn(open)).toHaveLength(6);
    expect(openBody(open)).toEqual(open);
    expect(toSealedBody(stored)).toEqual(sealed);
  });
});
