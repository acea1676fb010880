import { describe, expect, it } from 'vitest';

import { keepTogether } from './unbroken.ts';

import { textOf, type InlineView, type TextRun } from '#app/models/rich-text.ts';

const run = (text: string): TextRun => ({ type: 'text', text, bold: false, italic: false, strikethrough: false });
const citation = (words: string): InlineView => ({ type: 'citation', number: 7, id: 'cite.7.1', children: [run(words)] });
const term = (words: string): InlineView => ({ type: 'term', noteId: 'term.x', run: run(words) });

/** A line with a number sign for each citation, and brackets around what holds together. */
const shown = (...nodes: InlineView[]) =>
  keepTogether(nodes)
    .map((piece) => {
      if (piece.type !== 'unbroken') return textOf([piece]);
      return `[${piece.children.map((child) => (child.type === 'citation' ? `${textOf(child.children)}#` : textOf([child]))).join('')}]`;
    })
    .join('');

describe('a line', () => {
  it.each<[string, InlineView[]]>([
    ['as 64% did within a [day#.] Both', [run('as '), citation('64% did within a day'), run('. Both')]],
    ['[Once#] only', [citation('Once'), run(' only')]],
    ['call it [functional unblinding.] Once', [run('call it '), term('functional unblinding'), run('. Once')]],
    ['a drug [(ketamine),] now', [run('a drug ('), term('ketamine'), run('), now')]],
    ['rare—[here#—]and there', [run('rare—'), citation('here'), run('—and there')]],
    ['[one#] and [two#!]', [citation('one'), run(' and '), citation('two'), run('!')]],
  ])('%s', (expected, nodes) => {
    expect(shown(...nodes)).toBe(expected);
  });

  it('without numbers and explained words stays as it is', () => {
    const nodes: InlineView[] = [run('See '), { type: 'link', href: '/a', external: false, children: [run('this')] }, run('.')];
    expect(keepTogether(nodes)).toEqual(nodes);
  });
});
