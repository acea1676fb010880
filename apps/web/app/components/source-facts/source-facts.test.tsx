import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { reference } from '../article-page/article-page.fixtures.ts';

import { SourceFacts } from './source-facts.tsx';

import type { SourcePageView } from '#app/models/source-page.ts';

const source: SourcePageView = { ...reference, heading: 'A randomized trial', designWeight: 'Chance decides who gets which.' };

describe('facts of a source', () => {
  it('say what kind of work it is and what that can show', () => {
    expect(renderToStaticMarkup(<SourceFacts source={source} />)).toContain(
      '<strong>Randomized trial.</strong> Chance decides who gets which.',
    );
  });

  it('leave out what is not known', () => {
    const html = renderToStaticMarkup(<SourceFacts source={{ ...source, sample: null, note: null, link: null }} />);
    expect(html).not.toMatch(/Took part|Keep in mind|Read it|To verify/);
  });

  it('mark what still has to be verified', () => {
    expect(renderToStaticMarkup(<SourceFacts source={{ ...source, toVerify: true }} />)).toContain('still has to be verified');
  });
});
