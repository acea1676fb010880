import { CompactRichText } from '../rich-text/rich-text.tsx';

import type { ComparisonTableView } from '#app/models/article-body.ts';

/** From this many columns on, the table needs the whole width of the page before it is better than cards. */
const MANY_COLUMNS = 4;

/**
 * A comparison: a table where there is room, one card a row where there is not. The roles are written out because
 * `display: block`, which makes the cards, takes a table's own roles away in some browsers.
 */
export function ComparisonTable({ table: { caption, cornerHeader, columns, rows, note } }: { table: ComparisonTableView }) {
  return (
    <div className={columns.length >= MANY_COLUMNS ? 'comparison comparison--many' : 'comparison'}>
      <table role="table" className="comparison__table">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {cornerHeader}
            </th>
            {columns.map((column, i) => (
              <th key={i} role="columnheader" scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ header, cells }, i) => (
            <tr key={i} role="row">
              <th role="rowheader" scope="row">
                {header}
              </th>
              {cells.map(({ column, content }, j) => (
                <td key={j} role="cell">
                  <span className="comparison__column" aria-hidden="true">
                    {column}
                  </span>
                  <div className="comparison__value">
                    <CompactRichText content={content} />
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {note && <p className="comparison__note">{note}</p>}
    </div>
  );
}
