import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { evidence, withoutHeading } from './timeline.fixtures.ts';
import { Timeline } from './timeline.tsx';

describe('timeline', () => {
  it('is a list in order whose headings begin with the date', () => {
    const text = renderToStaticMarkup(<Timeline timeline={evidence} />);
    expect(text).toContain('<h2 id="how-the-evidence-built-up">How the evidence built up</h2><ol');
    expect(text.replace(/<\/?span[^>]*>/g, '')).toContain('>2000 An early controlled signal</h3>');
    expect(text.replace(/<\/?span[^>]*>/g, '')).toContain('>January 2025 Label change</h3></li>');
  });

  it('may stand inside a section without a heading of its own', () => {
    expect(renderToStaticMarkup(<Timeline timeline={withoutHeading} />)).not.toContain('<h2');
  });
});
