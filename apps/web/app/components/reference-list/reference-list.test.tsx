import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { reference } from '../article-page/article-page.fixtures.ts';

import { ReferenceList } from './reference-list.tsx';

const render = (changes: Partial<typeof reference> = {}) =>
  renderToStaticMarkup(<ReferenceList downloads={[]} references={[{ ...reference, ...changes }]} />);

describe('reference list', () => {
  it('leads to the work, to its page here, and back to every place that cites it', () => {
    const html = render();
    expect(html).toContain('<li id="ref.1"');
    expect(html).toContain('href="https://doi.org/10.1001/archpsyc.63.8.856" rel="noreferrer"');
    expect(html).toContain('<a href="/sources/ZAR06">');
    expect(html).toContain('<a href="#cite.1.1" role="doc-backlink" aria-label="Reference 1 in the text, place 1">↑1</a>');
    expect(html).toContain('href="#cite.1.2"');
  });

  it('needs no number for the way back to a single place', () => {
    expect(render({ backLinks: reference.backLinks.slice(0, 1) })).toContain('>↑</a>');
    expect(render({ backLinks: [] })).not.toContain('Back to the text');
  });

  it('marks what still has to be verified, with the note that says which detail', () => {
    expect(render({ toVerify: true })).toContain('To verify: </strong>A small trial of a single dose.');
    expect(render({ toVerify: true, note: null })).toContain('To verify: </strong>a detail of this citation.');
    expect(render()).not.toContain('To verify');
  });
});
