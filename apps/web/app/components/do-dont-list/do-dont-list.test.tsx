import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { bothSides, oneSide } from './do-dont-list.fixtures.ts';
import { DoDontList } from './do-dont-list.tsx';

describe('do-and-do-not list', () => {
  it('repeats “Do not” in every item, so that none can be read as advice', () => {
    const html = renderToStaticMarkup(<DoDontList list={bothSides} />);
    expect(html).toContain('>Do not drive before the next day, and only after you have slept.<');
    expect(html).toContain('>Do not drink alcohol.<');
    expect(html).toContain('<h2 id="on-a-dosing-day">On a dosing day</h2>');
  });

  it('leaves out a side without items', () => {
    const html = renderToStaticMarkup(<DoDontList list={oneSide} />);
    expect(html).not.toContain('<h3>Do</h3>');
    expect(html).not.toContain('<h2');
  });
});
