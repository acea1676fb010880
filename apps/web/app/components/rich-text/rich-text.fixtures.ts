import type { RichText } from '@clinic/types';

import type { RichTextView } from '#app/models/rich-text.ts';

/** Finished text: one plain paragraph for each argument. */
export const paragraphs = (...texts: string[]): RichTextView =>
  texts.map((text) => ({
    type: 'paragraph',
    children: [{ type: 'text', text, bold: false, italic: false, strikethrough: false }],
  }));

/** Every kind of node, and a citation of `MUR13`. */
export const everything: RichText = [
  { type: 'heading', level: 2, children: [{ type: 'text', text: 'What the trials show' }] },
  {
    type: 'paragraph',
    children: [
      { type: 'text', text: '"Responded" means that ' },
      { type: 'text', text: 'a score', bold: true },
      { type: 'text', text: ' fell by ' },
      { type: 'text', text: 'half', italic: true },
      { type: 'text', text: ', as ' },
      {
        type: 'link',
        url: 'https://doi.org/10.1176/appi.ajp.2013.13030392',
        children: [{ type: 'text', text: '64% did within a day' }],
      },
      { type: 'text', text: '. Read ' },
      { type: 'link', url: '/articles/ketamine-dose-ranges-explained', children: [{ type: 'text', text: 'about doses' }] },
      { type: 'text', text: ' or ' },
      { type: 'link', url: 'https://www.example.org/', children: [{ type: 'text', text: 'another site' }] },
      { type: 'text', text: '.' },
    ],
  },
  {
    type: 'list',
    format: 'ordered',
    children: [
      { type: 'list-item', children: [{ type: 'text', text: 'Screening' }] },
      {
        type: 'list',
        format: 'unordered',
        children: [{ type: 'list-item', children: [{ type: 'text', text: 'blood pressure' }] }],
      },
      { type: 'list-item', children: [{ type: 'text', text: 'Preparation' }] },
    ],
  },
  { type: 'quote', children: [{ type: 'text', text: 'Nobody needs you to be brave that day.' }] },
];
