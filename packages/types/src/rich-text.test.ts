import { describe, expect, it } from 'vitest';

import { isSafeUrl, parseRichText } from './rich-text.js';

const text = (words: string) => ({ type: 'text', text: words });

describe('parseRichText', () => {
  it('keeps every node the contract knows', () => {
    const value = [
      { type: 'heading', level: 2, children: [text('Why')] },
      { type: 'paragraph', children: [text('See '), { type: 'link', url: 'https://doi.org/10.1/x', children: [text('this')] }] },
      {
        type: 'list',
        format: 'unordered',
        children: [
          { type: 'list-item', children: [text('one')] },
          { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: [text('nested')] }] },
        ],
      },
      { type: 'quote', children: [text('so they say')] },
    ];
    expect(parseRichText(value)).toEqual(value);
  });

  it('drops properties the contract does not know', () => {
    expect(parseRichText([{ type: 'paragraph', children: [{ ...text('x'), underline: true }] }])).toEqual([
      { type: 'paragraph', children: [text('x')] },
    ]);
  });

  it.each([
    ['a top-level heading', [{ type: 'heading', level: 1, children: [] }]],
    ['an image', [{ type: 'image', url: '/x.png', children: [] }]],
    ['code', [{ type: 'code', children: [text('rm')] }]],
    ['a script address', [{ type: 'paragraph', children: [{ type: 'link', url: 'javascript:alert(1)', children: [] }] }]],
    ['a bare string', 'words'],
    ['nothing', null],
  ])('refuses %s', (_name, value) => {
    expect(() => parseRichText(value)).toThrow();
  });
});

describe('isSafeUrl', () => {
  it.each(['https://example.org/a?b#c', 'http://example.org', 'mailto:hello@example.org', 'tel:988', '/articles/x', '/'])(
    'allows %s',
    (url) => {
      expect(isSafeUrl(url)).toBe(true);
    },
  );

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'https:evil.example',
    'https:///evil.example',
    'ftp://example.org',
    'articles/x',
    '',
    `https://example.org/${'a'.repeat(3000)}`,
  ])('refuses %j', (url) => {
    expect(isSafeUrl(url)).toBe(false);
  });
});
