import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { manyColumns, threePlans } from './comparison-table.fixtures.ts';
import { ComparisonTable } from './comparison-table.tsx';

const html = renderToStaticMarkup(<ComparisonTable table={threePlans} />);
const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0;

describe('comparison table', () => {
  it('is a table with a caption and a header for each column and row', () => {
    expect(html).toContain('<caption>Ketamine with therapy, infusions alone and esketamine</caption>');
    expect(count(/<th [^>]*scope="col"/g)).toBe(4);
    expect(count(/<th [^>]*scope="row"/g)).toBe(2);
  });

  it('says its roles, since cards on small screens take away the built-in ones', () => {
    expect([count(/role="table"/g), count(/role="row"/g), count(/role="rowgroup"/g)]).toEqual([1, 3, 2]);
    expect([count(/role="columnheader"/g), count(/role="rowheader"/g), count(/role="cell"/g)]).toEqual([4, 2, 6]);
  });

  it('names the column in every cell for the eye, once for the ear', () => {
    expect(html).toContain('<td role="cell"><span class="comparison__column" aria-hidden="true">Esketamine</span>');
  });

  it('keeps a table of many columns in cards for longer', () => {
    expect(renderToStaticMarkup(<ComparisonTable table={manyColumns} />)).toContain('class="comparison comparison--many"');
    expect(html).not.toContain('comparison--many');
  });
});
