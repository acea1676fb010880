import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { Cover } from './cover.tsx';
import { draw } from './drawing.ts';

describe('drawn cover', () => {
  it('is the same for the same seed and another for another', () => {
    expect(draw('doses')).toEqual(draw('doses'));
    expect(draw('doses')).not.toEqual(draw('ketamine'));
  });

  it.each(['', 'a', 'doses', 'trauma & dissociation', '日本'])('keeps sun and fronds on the sheet (%j)', (seed) => {
    const { sun, fronds } = draw(seed);
    expect(sun.x).toBeGreaterThan(0);
    expect(sun.x).toBeLessThan(160);
    const numbers =
      fronds
        .join(' ')
        .match(/-?\d+(?:\.\d+)?/g)
        ?.map(Number) ?? [];
    expect(numbers.length).toBeGreaterThan(500);
    expect(numbers.every((n) => Number.isFinite(n) && n > -40 && n < 200)).toBe(true);
  });

  it('is hidden from assistive technology and carries no style attribute, which the security policy refuses', () => {
    const html = renderToStaticMarkup(<Cover cover={{ picture: null, palette: 'plum', seed: 'doses' }} sizes="50vw" />);
    expect(html).toContain('aria-hidden="true"');
    expect(html).not.toContain('style=');
  });
});
