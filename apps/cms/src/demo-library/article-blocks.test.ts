import { describe, expect, it } from 'vitest';

import { articleBlocks } from './article-blocks';
import { BlockWriter } from './blocks';
import { parseMarkdown } from './markdown';

const write = new BlockWriter((url) => url.replace('/sources/ZAR06', 'https://doi.org/10.1/zar'));
const blocks = (markdown: string) => articleBlocks(parseMarkdown(markdown).children, write);
const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });

describe('an article’s Markdown', () => {
  it('becomes running text between blocks, in order', () => {
    const markdown = 'Before.\n\n:::callout{tone=note heading="Mind"}\nInside.\n:::\n\n## After\n\nText.';
    expect(blocks(markdown)).toEqual([
      { __component: 'body.rich-text', content: [paragraph('Before.')] },
      { __component: 'body.callout', tone: 'note', heading: 'Mind', content: [paragraph('Inside.')] },
      {
        __component: 'body.rich-text',
        content: [{ type: 'heading', level: 2, children: [{ type: 'text', text: 'After' }] }, paragraph('Text.')],
      },
    ]);
  });

  it('keeps every word, also where Markdown sees more in it: a time of day, a soft line break, a tilde', () => {
    const [text] = blocks('Come at 9:30am or\nat ~10 for _one_ **hour**.');
    const [{ children }] = text?.['content'] as [{ children: { text: string; bold?: true; italic?: true }[] }];
    expect(children.map((node) => node.text).join('')).toBe('Come at 9:30am or at ~10 for one hour.');
    expect(children.filter(({ bold, italic }) => bold ?? italic)).toEqual([
      { type: 'text', text: 'one', italic: true },
      { type: 'text', text: 'hour', bold: true },
    ]);
  });

  it('sends links to sources where their works are', () => {
    expect(blocks('It [helped 18 people](/sources/ZAR06).')).toMatchObject([
      { content: [{ children: [{}, { type: 'link', url: 'https://doi.org/10.1/zar' }, {}] }] },
    ]);
  });

  it('becomes tables, timelines, questions and lists of dos and don’ts', () => {
    const markdown = [
      ':::comparison-table{caption="Two"}\n| What | A |\n| --- | --- |\n| Row | Cell |\n:::',
      ':::timeline\n- **1889** A book\n\n  More.\n- **1896** A lecture\n:::',
      ':::faq{heading="Asked"}\n### Why?\n\nSo.\n:::',
      ':::do-and-dont\n- Do: rest.\n- Do not: drive.\n:::',
    ].join('\n\n');
    expect(blocks(markdown)).toEqual([
      {
        __component: 'body.comparison-table',
        caption: 'Two',
        note: null,
        grid: { corner: 'What', columns: ['A'], rows: [{ header: 'Row', cells: [[paragraph('Cell')]] }] },
      },
      {
        __component: 'body.timeline',
        heading: null,
        entries: [
          { date: '1889', title: 'A book', content: [paragraph('More.')] },
          { date: '1896', title: 'A lecture', content: null },
        ],
      },
      { __component: 'body.faq', heading: 'Asked', items: [{ question: 'Why?', answer: [paragraph('So.')] }] },
      { __component: 'body.do-dont-list', heading: null, dos: [{ text: 'rest.' }], donts: [{ text: 'drive.' }] },
    ]);
  });

  it.each([
    [':::figure{src="a.png"}\nWords.\n:::', 'alt="…"'],
    [':::do-and-dont\n- Rest.\n:::', 'begins with "Do: "'],
    [':::timeline\n- 1889 A book\n:::', 'begins with **the date**'],
    [':::faq\nSo.\n:::', '### question'],
    [':::quiz\nWords.\n:::', 'no block "quiz"'],
    ['![A picture](a.png)', 'cannot hold a Markdown "image"'],
  ])('is refused with a reason where no page could show it: %s', (markdown, reason) => {
    expect(() => blocks(markdown)).toThrow(reason);
  });
});
