import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { chart, decoration } from './figure.fixtures.ts';
import { Figure } from './figure.tsx';

describe('figure', () => {
  it('has its size, its text and modern formats, and waits until it is near', () => {
    const html = renderToStaticMarkup(<Figure figure={chart} />);
    expect(html).toContain('type="image/avif"');
    expect(html).toMatch(
      /<img src="\/media\/0mirk2b1\/response-rates.png" width="1600" height="1000" alt="Three pairs of bars[^"]+" loading="lazy"/,
    );
    expect(html).toContain('<figcaption class="figure__caption">Response one day after a single infusion.</figcaption>');
  });

  it('says nothing where the picture says nothing', () => {
    const html = renderToStaticMarkup(<Figure figure={decoration} />);
    expect(html).toContain('alt=""');
    expect(html).not.toContain('figcaption');
  });
});
