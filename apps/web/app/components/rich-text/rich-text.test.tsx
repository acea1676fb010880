import type { RichText as RichTextData } from '@clinic/types';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { everything } from './rich-text.fixtures.ts';
import { CompactRichText, RichText } from './rich-text.tsx';

import { countCitations } from '#app/models/citations.ts';
import { toRichText } from '#app/models/rich-text.ts';

const sources = [
  { citationKey: 'ZAR06', doi: '10.1001/archpsyc.63.8.856' },
  { citationKey: 'MUR13', doi: '10.1176/appi.ajp.2013.13030392' },
];
const render = (richText: RichTextData) =>
  renderToStaticMarkup(
    <RichText content={toRichText(richText, { cite: countCitations(sources).cite, nextHeadingId: () => 'anchor' })} />,
  );
const linked = (url: string): RichTextData => [
  { type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', text: 'words' }] }] },
];

describe('rich text', () => {
  it('shows every kind of node', () => {
    const html = render(everything);
    expect(html).toContain('<h2 id="anchor">What the trials show</h2>');
    expect(html).toContain('“Responded” means that <strong>a score</strong> fell by <em>half</em>');
    expect(html).toContain('<ol><li>Screening<ul><li>blood pressure</li></ul></li><li>Preparation</li></ol>');
    expect(html).toContain('<blockquote><p>Nobody needs');
  });

  it('turns a link to a listed source into plain words and the number of its reference', () => {
    expect(render(everything)).toContain(
      'as 64% did within a <span class="unbroken">day<sup class="citation" id="cite.2.1"><button type="button" class="citation__number" popovertarget="preview.2" aria-label="Reference 2">2</button><a class="citation__link" href="#ref.2" role="doc-noteref" aria-label="Reference 2">2</a></sup>.</span>',
    );
  });

  it('tells other sites nothing about the page a reader comes from', () => {
    const html = render(everything);
    expect(html).toContain('<a href="https://www.example.org/" rel="noreferrer">another site</a>');
    expect(html).toContain('<a href="/articles/ketamine-dose-ranges-explained">about doses</a>');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    '//evil.example/x',
    '/\\evil.example',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    'file:///etc/passwd',
  ])('never links to %j', (url) => {
    expect(render(linked(url))).toBe('<p>words</p>');
  });

  it('escapes markup in text', () => {
    expect(render([{ type: 'paragraph', children: [{ type: 'text', text: '<img src=x onerror=alert(1)>' }] }])).toBe(
      '<p>&lt;img src=x onerror=alert(1)&gt;</p>',
    );
  });

  it('leaves out the paragraph around a single one where space is short', () => {
    const content = toRichText([{ type: 'paragraph', children: [{ type: 'text', text: 'Nasal spray' }] }]);
    expect(renderToStaticMarkup(<CompactRichText content={content} />)).toBe('Nasal spray');
    expect(renderToStaticMarkup(<CompactRichText content={[...content, ...content]} />)).toBe(
      '<p>Nasal spray</p><p>Nasal spray</p>',
    );
  });
});
