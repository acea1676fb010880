import * as v from 'valibot';

import { blocksOf, type Fields } from './fields';
import type { Problem } from './problem';
import { checkRichText } from './rich-text';

const words = v.pipe(v.string(), v.trim(), v.maxLength(200));

const gridSchema = v.strictObject({
  corner: words,
  columns: v.pipe(v.array(words), v.minLength(1), v.maxLength(6)),
  rows: v.pipe(
    v.array(v.strictObject({ header: words, cells: v.array(v.array(v.looseObject({ type: v.string() }))) })),
    v.minLength(1),
    v.maxLength(40),
  ),
});

/** What is wrong with a comparison table, even as a draft: its shape, a row with too few or too many cells, or text that no page can show. */
export function checkGrid(value: unknown, path: Problem['path']): Problem[] {
  const result = v.safeParse(gridSchema, value);
  if (!result.success) {
    const where = v.getDotPath(result.issues[0]);
    const at = where === null ? '' : ` (at ${where})`;
    return [
      {
        path,
        message: `The table needs 1 to 6 columns and 1 to 40 rows, each with a header of at most 200 characters and its cells${at}.`,
      },
    ];
  }
  const { columns, rows } = result.output;
  return rows.flatMap(({ header, cells }) => [
    ...(cells.length === columns.length
      ? []
      : [{ path, message: `The row “${header}” has ${cells.length} cells; the table has ${columns.length} columns.` }]),
    ...cells.flatMap((cell) => checkRichText(cell, path)),
  ]);
}

/** What a comparison table that has its shape still lacks before visitors can follow it. */
export function unfinishedTables(article: Fields): Problem[] {
  return blocksOf(article)
    .filter(({ block }) => block.__component === 'body.comparison-table')
    .flatMap(({ block, path }) => {
      const at = [...path, 'grid'];
      const result = v.safeParse(gridSchema, block['grid']);
      if (!result.success) return [{ path: at, message: 'The table is empty. Write something in it or remove it.' }];
      const { corner, columns, rows } = result.output;
      const unnamed = (list: string[], what: string) =>
        list.flatMap((words, i) => (words === '' ? [{ path: at, message: `${what} ${i + 1} of the table has no header.` }] : []));
      return [
        ...(corner === '' ? [{ path: at, message: 'The corner of the table is empty. Say what its rows are.' }] : []),
        ...unnamed(columns, 'Column'),
        ...unnamed(
          rows.map(({ header }) => header),
          'Row',
        ),
      ];
    });
}
