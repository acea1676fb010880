import type { StoredNode } from '../../contract/rich-text';

/** The text of a cell, as Strapi's Blocks field stores it. */
export type Cell = StoredNode[];

/** A comparison table as it is stored: named columns, and rows with a header and a cell for each column. */
export interface Grid {
  corner: string;
  columns: string[];
  rows: { header: string; cells: Cell[] }[];
}

/** A place in the table; -1 is the row of column headers and the column of row headers. */
export interface Place {
  row: number;
  column: number;
}

/** What a pasted cell holds: its words, and its formatted text where it had any. */
export interface PastedCell {
  words: string;
  cell: Cell;
}

export const MOST_COLUMNS = 6;
export const MOST_ROWS = 40;

export const plainCell = (words: string): Cell => [{ type: 'paragraph', children: [{ type: 'text', text: words }] }];

const emptyRow = (columns: number) => ({ header: '', cells: Array.from({ length: columns }, () => plainCell('')) });

/** A table to begin with: two things compared in two respects. */
export const newGrid = (): Grid => ({ corner: '', columns: ['', ''], rows: [emptyRow(2), emptyRow(2)] });

/** The stored value as a table, or null if it is none. A value that was typed as text counts, too. */
export function readGrid(value: unknown): Grid | null {
  if (typeof value === 'string') {
    try {
      return readGrid(JSON.parse(value));
    } catch {
      return null;
    }
  }
  if (typeof value !== 'object' || value === null) return null;
  const { corner, columns, rows } = value as Partial<Grid>;
  return typeof corner === 'string' && Array.isArray(columns) && Array.isArray(rows) ? { corner, columns, rows } : null;
}

function inserted<T>(list: readonly T[], at: number, item: T): T[] {
  return [...list.slice(0, at), item, ...list.slice(at)];
}

function removed<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, i) => i !== at);
}

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  return item === undefined || to < 0 || to >= list.length ? [...list] : inserted(removed(list, from), to, item);
}

export function insertRow(grid: Grid, at: number): Grid {
  return grid.rows.length >= MOST_ROWS ? grid : { ...grid, rows: inserted(grid.rows, at, emptyRow(grid.columns.length)) };
}

export function removeRow(grid: Grid, at: number): Grid {
  return grid.rows.length <= 1 ? grid : { ...grid, rows: removed(grid.rows, at) };
}

export function moveRow(grid: Grid, from: number, to: number): Grid {
  return { ...grid, rows: moved(grid.rows, from, to) };
}

export function insertColumn(grid: Grid, at: number): Grid {
  if (grid.columns.length >= MOST_COLUMNS) return grid;
  return {
    ...grid,
    columns: inserted(grid.columns, at, ''),
    rows: grid.rows.map((row) => ({ ...row, cells: inserted(row.cells, at, plainCell('')) })),
  };
}

export function removeColumn(grid: Grid, at: number): Grid {
  if (grid.columns.length <= 1) return grid;
  return {
    ...grid,
    columns: removed(grid.columns, at),
    rows: grid.rows.map((row) => ({ ...row, cells: removed(row.cells, at) })),
  };
}

export function moveColumn(grid: Grid, from: number, to: number): Grid {
  return {
    ...grid,
    columns: moved(grid.columns, from, to),
    rows: grid.rows.map((row) => ({ ...row, cells: moved(row.cells, from, to) })),
  };
}

function replaced<T>(list: readonly T[], at: number, item: T): T[] {
  return list.map((before, i) => (i === at ? item : before));
}

/** Writes into one place: words into a header, formatted text into a cell. */
export function write(grid: Grid, { row, column }: Place, { words, cell }: PastedCell): Grid {
  if (row < 0) return column < 0 ? { ...grid, corner: words } : { ...grid, columns: replaced(grid.columns, column, words) };
  const before = grid.rows[row];
  if (!before) return grid;
  const after = column < 0 ? { ...before, header: words } : { ...before, cells: replaced(before.cells, column, cell) };
  return { ...grid, rows: replaced(grid.rows, row, after) };
}

/** Writes a pasted table over the places from `at` on; the table grows as far as it may. */
export function paste(grid: Grid, at: Place, table: PastedCell[][]): Grid {
  let next = grid;
  const width = Math.max(0, ...table.map((row) => row.length));
  while (next.columns.length < Math.min(MOST_COLUMNS, at.column + width)) next = insertColumn(next, next.columns.length);
  while (next.rows.length < Math.min(MOST_ROWS, at.row + table.length)) next = insertRow(next, next.rows.length);
  table.forEach((cells, i) => {
    cells.forEach((cell, j) => {
      const place = { row: at.row + i, column: at.column + j };
      if (place.row < next.rows.length && place.column < next.columns.length) next = write(next, place, cell);
    });
  });
  return next;
}

/** The tab-separated text that spreadsheets put on the clipboard, or null if it is no table. Quoted cells may hold line breaks. */
export function readTabbed(text: string): PastedCell[][] | null {
  if (!text.includes('\t')) return null;
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^\t\r\n]*)([\t\n]|\r\n|\r|$)/gy;
  while (cell.lastIndex < text.length) {
    const [, raw = '', end = ''] = cell.exec(text) ?? [];
    // A quotation mark that no other one closes is part of the words.
    const words = /^"(?:[^"]|"")*"$/.test(raw) ? raw.slice(1, -1).replace(/""/g, '"') : raw;
    rows.at(-1)?.push(words.replace(/\s+/g, ' ').trim());
    if (end === '') break;
    if (end !== '\t' && cell.lastIndex < text.length) rows.push([]);
  }
  return rows.map((row) => row.map((words) => ({ words, cell: plainCell(words) })));
}
