import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { common } from './faq.fixtures.ts';
import { Faq } from './faq.tsx';

describe('questions and answers', () => {
  it('open without a script, and each question is a heading', () => {
    const html = renderToStaticMarkup(<Faq faq={common} />);
    expect(html).toContain('<h2 id="common-questions">Common questions</h2>');
    expect(html.match(/<details/g)).toHaveLength(2);
    expect(html).toContain('<h3>Is it legal?</h3></summary>');
  });
});
