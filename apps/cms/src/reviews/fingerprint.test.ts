import { describe, expect, it } from 'vitest';

import { changedBetween, fingerprintOf } from './fingerprint';

const article = {
  id: 7,
  documentId: 'article-1',
  title: 'A title',
  summary: null,
  body: [
    { id: 3, __component: 'body.rich-text', content: [{ type: 'paragraph', children: [{ type: 'text', text: 'Words.' }] }] },
  ],
  sources: [
    { id: 1, documentId: 'a', citationKey: 'a-2020' },
    { id: 2, documentId: 'b', citationKey: 'b-2021' },
  ],
  cover: { id: 9, documentId: 'file-1', url: '/uploads/a.webp' },
  seo: { id: 4, title: 'For search engines' },
};

describe('a fingerprint', () => {
  it('stays while only rows change: another id, an emptied field, another order of keys', () => {
    const again = {
      ...article,
      id: 70,
      summary: '',
      keyTakeaways: [],
      body: [{ ...article.body[0], id: 30 }],
      sources: article.sources.map((source) => ({ citationKey: 'renamed', documentId: source.documentId, id: source.id + 10 })),
      cover: { documentId: 'file-1', id: 90 },
    };
    expect(fingerprintOf(again)).toEqual(fingerprintOf(article));
  });

  it('stays when what is exempt changes', () => {
    const changed = {
      ...article,
      seo: { title: 'Other' },
      slug: 'other',
      related: [{ documentId: 'x' }],
      category: { documentId: 'c' },
    };
    expect(fingerprintOf(changed).hash).toBe(fingerprintOf(article).hash);
  });

  it('tells which fields changed, as the form calls them', () => {
    const before = fingerprintOf(article);
    const other = { ...article, title: 'Another title', sources: article.sources.toReversed(), cover: { documentId: 'file-2' } };
    const now = fingerprintOf(other);
    expect(now.hash).not.toBe(before.hash);
    expect(changedBetween(before.fields, now.fields)).toEqual(['Title', 'Sources', 'Picture']);
    expect(changedBetween(now.fields, now.fields)).toEqual([]);
  });

  it('changes with a single word of the text', () => {
    const body = [{ ...article.body[0], content: [{ type: 'paragraph', children: [{ type: 'text', text: 'Other.' }] }] }];
    expect(changedBetween(fingerprintOf(article).fields, fingerprintOf({ ...article, body }).fields)).toEqual(['Text']);
  });
});
