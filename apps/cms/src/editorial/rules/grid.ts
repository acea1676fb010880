import * as v from 'valibot';

import type { Problem } from './problem';
import { checkRichText } from './rich-text';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));

const gridSchema = v.strictObject({
  corner: words,
  columns: v.pipe(v.array(words), v.minLength(1), v.maxLength(6)),
  rows: v.pipe(
    v.array(v.strictObject({ header: words, cells: v.array(v.array(v.looseObject({ type: v.string() }))) })),
    v.minLength(1),
    v.maxLength(40),
  ),
});

/** What is wrong with a comparison table: its shape, a row with too few or too many cells, or text that no page can show. */
export function checkGrid(value: unknown, path: Problem['path']): Problem[] {
  const result = v.safeParse(gridSchema, value);
  if (!result.success) {
    const where = v.getDotPath(result.issues[0]);
    const at = where === null ? '' : ` (at ${where})`;
    return [
      {
        path,
        message: `The table needs a corner header, 1 to 6 column headers and 1 to 40 rows, each with a header and its cells${at}.`,
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
