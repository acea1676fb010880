import { describe, expect, it } from 'vitest';

import {
  insertColumn,
  insertRow,
  moveColumn,
  moveRow,
  newGrid,
  paste,
  plainCell,
  readGrid,
  readTabbed,
  removeColumn,
  removeRow,
  write,
  type Grid,
} from './grid';

const grid: Grid = {
  corner: 'Route',
  columns: ['Dose', 'Time'],
  rows: [
    { header: 'Nose', cells: [plainCell('84 mg'), plainCell('2 h')] },
    { header: 'Vein', cells: [plainCell('0.5 mg/kg'), plainCell('40 min')] },
  ],
};

const words = (given: Grid) => [
  [given.corner, ...given.columns],
  ...given.rows.map(({ header, cells }) => [header, ...cells.map((cell) => /"text":"([^"]*)"/.exec(JSON.stringify(cell))?.[1])]),
];

describe('a comparison table', () => {
  it('gains, loses and moves rows with all their cells', () => {
    expect(words(insertRow(grid, 1))[2]).toEqual(['', '', '']);
    expect(words(removeRow(grid, 0))).toEqual([
      ['Route', 'Dose', 'Time'],
      ['Vein', '0.5 mg/kg', '40 min'],
    ]);
    expect(words(moveRow(grid, 0, 1)).map(([header]) => header)).toEqual(['Route', 'Vein', 'Nose']);
    expect(moveRow(grid, 0, 2)).toEqual(grid);
  });

  it('gains, loses and moves columns in every row', () => {
    expect(words(insertColumn(grid, 1))).toEqual([
      ['Route', 'Dose', '', 'Time'],
      ['Nose', '84 mg', '', '2 h'],
      ['Vein', '0.5 mg/kg', '', '40 min'],
    ]);
    expect(words(removeColumn(grid, 0))).toEqual([
      ['Route', 'Time'],
      ['Nose', '2 h'],
      ['Vein', '40 min'],
    ]);
    expect(words(moveColumn(grid, 1, 0))[1]).toEqual(['Nose', '2 h', '84 mg']);
  });

  it('keeps at least one row and column, and grows no further than a page can show', () => {
    const smallest = removeColumn(removeRow(grid, 0), 0);
    expect(removeColumn(removeRow(smallest, 0), 0)).toEqual(smallest);
    let largest = grid;
    for (let i = 0; i < 50; i++) largest = insertColumn(insertRow(largest, 0), 0);
    expect([largest.rows.length, largest.columns.length]).toEqual([40, 6]);
  });

  it('never changes the table it was given', () => {
    const before = structuredClone(grid);
    write(moveColumn(insertRow(grid, 0), 0, 1), { row: 0, column: 0 }, { words: 'x', cell: plainCell('x') });
    expect(grid).toEqual(before);
  });

  it('is read from what is stored, or is none', () => {
    expect(readGrid(grid)).toEqual(grid);
    expect(readGrid(JSON.stringify(grid))).toEqual(grid);
    expect([readGrid(null), readGrid('{'), readGrid({ columns: [] }), readGrid(undefined)]).toEqual([null, null, null, null]);
  });
});

describe('pasting', () => {
  it('reads what spreadsheets copy, quoted cells and empty ones included', () => {
    const pasted = readTabbed('Route\tDose\r\n"Under the\ntongue"\t"say ""half"""\r\n\t1 mg\r\n');
    expect(pasted?.map((row) => row.map((cell) => cell.words))).toEqual([
      ['Route', 'Dose'],
      ['Under the tongue', 'say "half"'],
      ['', '1 mg'],
    ]);
    expect(readTabbed('"Yes" she said\t"No')?.[0]?.map((cell) => cell.words)).toEqual(['"Yes" she said', '"No']);
    expect(readTabbed('only words\nin two lines')).toBeNull();
  });

  it('writes headers and cells from the place on, and the table grows', () => {
    const pasted = readTabbed('What\tA\tB\tC\nx\t1\t2\t3\ny\t4\t5\t6\nz\t7\t8\t9') ?? [];
    expect(words(paste(newGrid(), { row: -1, column: -1 }, pasted))).toEqual([
      ['What', 'A', 'B', 'C'],
      ['x', '1', '2', '3'],
      ['y', '4', '5', '6'],
      ['z', '7', '8', '9'],
    ]);
    expect(words(paste(grid, { row: 1, column: 1 }, readTabbed('a\tb') ?? []))).toEqual([
      ['Route', 'Dose', 'Time', ''],
      ['Nose', '84 mg', '2 h', ''],
      ['Vein', '0.5 mg/kg', 'a', 'b'],
    ]);
  });

  it('leaves out what no page could show', () => {
    const wide = readTabbed(Array.from({ length: 60 }, () => Array(9).fill('x').join('\t')).join('\n')) ?? [];
    const pasted = paste(newGrid(), { row: 0, column: 0 }, wide);
    expect([pasted.rows.length, pasted.columns.length]).toEqual([40, 6]);
  });
});
