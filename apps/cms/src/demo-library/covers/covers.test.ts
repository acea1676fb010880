import { describe, expect, it } from 'vitest';

import { compositions, type CompositionName } from './compositions';
import { composeSvg, coverSvg } from './cover-svg';

import { renderCover } from './index';

const names = Object.keys(compositions) as CompositionName[];

describe('the cover of an article', () => {
  it('is the same text for the same slug, whatever was drawn in between', () => {
    const first = coverSvg({ slug: 'introduction-to-act-therapy', palette: 'lagoon' });
    coverSvg({ slug: 'why-sleep-matters', palette: 'slate' });
    expect(coverSvg({ slug: 'introduction-to-act-therapy', palette: 'lagoon' })).toBe(first);
  });

  it('differs from slug to slug, and from palette to palette', () => {
    const drawings = [
      coverSvg({ slug: 'why-sleep-matters', palette: 'slate' }),
      coverSvg({ slug: 'a-first-visit', palette: 'slate' }),
      coverSvg({ slug: 'a-first-visit', palette: 'clay' }),
    ];
    expect(new Set(drawings).size).toBe(drawings.length);
  });

  it.each(names)(
    'is drawn without a broken number: %s',
    (composition) => {
      for (const seed of ['one', 'two']) {
        expect(composeSvg({ composition, seed }, 'fern')).not.toMatch(/NaN|Infinity|undefined|null/);
      }
    },
    30_000,
  );

  it('is a picture of 1600 by 900 that is light enough for a page', async () => {
    const { data, width, height } = await renderCover({ slug: 'ketamine-dose-ranges-explained', palette: 'fern' });
    expect([width, height]).toEqual([1600, 900]);
    expect(data.length).toBeLessThan(300 * 1024);
  }, 30_000);
});
