import { describe, expect, it } from 'vitest';

import { parseArticleBody, type ArticleBody } from './article-body.js';
import { linksOf, richTextsOf } from './citations.js';
import { headingsOf } from './headings.js';
import { countWords, readingMinutes, toPlainText } from './plain-text.js';
import type { RichText } from './rich-text.js';

const says = (words: string): RichText => [{ type: 'paragraph', children: [{ type: 'text', text: words }] }];

const body: ArticleBody = [
  {
    __typename: 'RichTextBlock',
    content: [
      { type: 'heading', level: 2, children: [{ type: 'text', text: 'How it works' }] },
      {
        type: 'paragraph',
        children: [{ type: 'link', url: '/sources/ZAR06', children: [{ type: 'text', text: 'A trial', bold: true }] }],
      },
      { type: 'heading', level: 2, children: [{ type: 'text', text: 'How it works' }] },
    ],
  },
  { __typename: 'CareCardBlock', urgency: 'EMERGENCY', heading: 'Call now if', content: says('you are in danger') },
  { __typename: 'DoDontListBlock', heading: 'On the day', dos: ['rest'], donts: ['drive'] },
  {
    __typename: 'ComparisonTableBlock',
    caption: 'Two plans',
    cornerHeader: 'Aspect',
    columns: ['One', 'Two'],
    rows: [{ header: 'Aim', cells: [says('first'), says('second')] }],
    note: null,
  },
  { __typename: 'TimelineBlock', heading: null, entries: [{ date: '2006', title: 'A trial', content: null }] },
  { __typename: 'FaqBlock', heading: 'Questions', items: [{ question: 'Is it legal?', answer: says('Yes.') }] },
];

describe('an article body', () => {
  it('passes its own parser unchanged', () => {
    expect(parseArticleBody(body)).toEqual(body);
  });

  it('has the names of the schema, whatever the fragment had to call them', () => {
    const figure = { url: 'https://clinic.test/a.png', width: 2, height: 1, alt: '', decorative: true };
    const answer = [
      { __typename: 'CareCardBlock', urgency: 'URGENT', careHeading: 'Call today if', content: says('you feel worse') },
      { __typename: 'FigureBlock', image: figure, figureCaption: null },
    ];
    expect(parseArticleBody(answer)).toEqual([
      { __typename: 'CareCardBlock', urgency: 'URGENT', heading: 'Call today if', content: says('you feel worse') },
      { __typename: 'FigureBlock', image: figure, caption: null },
    ]);
  });

  it('is refused when a table row lacks a cell', () => {
    const table = { ...body[3], rows: [{ header: 'Aim', cells: [says('only one')] }] };
    expect(() => parseArticleBody([table])).toThrow('a row has not one cell per column');
  });

  it('is refused when a block is unknown', () => {
    expect(() => parseArticleBody([{ __typename: 'Error', message: 'x' }])).toThrow();
  });

  it('has headings with anchors that are unique', () => {
    expect(headingsOf(body).map(({ id }) => id)).toEqual(['how-it-works', 'how-it-works-1', 'on-the-day', 'questions']);
  });

  it('reads as plain text with every word in it', () => {
    expect(toPlainText(body)).toBe(
      [
        'How it works\n\nA trial\n\nHow it works',
        'Call now if',
        'you are in danger',
        'On the day',
        'Do rest',
        'Do not drive',
        'Two plans',
        'Aim\nOne: first\nTwo: second',
        '2006: A trial',
        'Questions',
        'Is it legal?\nYes.',
      ].join('\n\n'),
    );
  });

  it('gives up its links', () => {
    expect(
      richTextsOf(body)
        .flatMap(linksOf)
        .map(({ url }) => url),
    ).toEqual(['/sources/ZAR06']);
  });
});

describe('reading time', () => {
  it('counts words as people do', () => {
    expect(countWords("Don't give 0.5 mg/kg — ask first.")).toBe(7);
    expect(countWords('')).toBe(0);
  });

  it('is at least a minute', () => {
    expect([0, 219, 330, 2200].map(readingMinutes)).toEqual([1, 1, 2, 10]);
  });
});
