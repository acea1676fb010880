import type { ClipboardEvent, KeyboardEvent, RefObject } from 'react';
import { styled } from 'styled-components';

import { CellEditor } from './cell-editor';
import { plainCell, write, type Grid, type Place } from './grid';

const Table = styled.table<{ $columns: number }>`
  width: 100%;
  min-width: ${({ $columns }) => ($columns + 1) * 12}rem;
  border-collapse: collapse;
  table-layout: fixed;

  th,
  td {
    padding: 0;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    vertical-align: top;
  }

  th {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  textarea {
    display: block;
    width: 100%;
    min-height: 3.6rem;
    padding: ${({ theme }) => theme.spaces[2]};
    border: 0;
    background: transparent;
    color: ${({ theme }) => theme.colors.neutral800};
    font: inherit;
    font-size: 1.4rem;
    font-weight: 600;
    line-height: 1.45;
    resize: none;
    field-sizing: content;
  }

  textarea::placeholder {
    color: ${({ theme }) => theme.colors.neutral600};
    font-weight: 400;
  }

  textarea:focus {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;

interface Props {
  grid: Grid;
  name: string;
  disabled: boolean;
  table: RefObject<HTMLTableElement>;
  onChange: (grid: Grid) => void;
  onPlace: (place: Place) => void;
  onPaste: (to: Place) => (event: ClipboardEvent<HTMLElement>) => void;
  onKeyDown: (from: Place) => (event: KeyboardEvent<HTMLElement>) => void;
}

/** The table as readers will see it, each cell of which can be written in. Headers stand at row or column -1. */
export function GridTable({ grid, name, disabled, table, onChange, onPlace, onPaste, onKeyDown }: Props) {
  const named = (column: number) => [grid.columns[column]?.trim(), `column ${column + 1}`].find(Boolean);
  const header = (to: Place, words: string, what: string, placeholder: string) => (
    <textarea
      rows={1}
      aria-label={what}
      placeholder={placeholder}
      value={words}
      maxLength={200}
      disabled={disabled}
      data-place={`${to.row},${to.column}`}
      onFocus={() => {
        onPlace(to);
      }}
      onChange={({ currentTarget }) => {
        onChange(write(grid, to, { words: currentTarget.value.replace(/\n/g, ' '), cell: [] }));
      }}
      onPaste={onPaste(to)}
      onKeyDown={onKeyDown(to)}
    />
  );

  return (
    <Table ref={table} $columns={grid.columns.length}>
      <thead>
        <tr>
          <th scope="col">{header({ row: -1, column: -1 }, grid.corner, 'Corner: what the rows are', 'What the rows are')}</th>
          {grid.columns.map((words, j) => (
            <th scope="col" key={j}>
              {header({ row: -1, column: j }, words, `Header of column ${j + 1}`, `Column ${j + 1}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grid.rows.map((line, i) => (
          <tr key={i}>
            <th scope="row">{header({ row: i, column: -1 }, line.header, `Header of row ${i + 1}`, `Row ${i + 1}`)}</th>
            {grid.columns.map((_, j) => {
              const to = { row: i, column: j };
              return (
                <td key={j}>
                  <CellEditor
                    cell={line.cells[j] ?? plainCell('')}
                    name={`${name}.${i}.${j}`}
                    label={`${line.header.trim() || `Row ${i + 1}`}, ${named(j)}`}
                    disabled={disabled}
                    data-place={`${i},${j}`}
                    onFocus={() => {
                      onPlace(to);
                    }}
                    onChange={(cell) => {
                      onChange(write(grid, to, { words: '', cell }));
                    }}
                    onPaste={onPaste(to)}
                    onKeyDown={onKeyDown(to)}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
