import { Flex } from '@strapi/design-system';

import { format } from './commands';
import {
  insertColumn,
  insertRow,
  MOST_COLUMNS,
  MOST_ROWS,
  moveColumn,
  moveRow,
  removeColumn,
  removeRow,
  type Grid,
  type Place,
} from './grid';
import { ToolButton } from './tool-button';

interface Props {
  grid: Grid;
  place: Place;
  /** @param announcement what was done, for those who do not see it */
  change: (grid: Grid, announcement: string) => void;
  goTo: (place: Place) => void;
  openLink: () => void;
}

/** What can be done to the selected words and to the row and column of the present cell. */
export function Tools({ grid, place: { row, column }, change, goTo, openLink }: Props) {
  return (
    <Flex gap={4} wrap="wrap" role="toolbar" aria-label="Table tools">
      <Flex gap={1} role="group" aria-label="Text">
        <ToolButton
          label="Bold"
          onUse={() => {
            format('bold');
          }}
        >
          <strong>B</strong>
        </ToolButton>
        <ToolButton
          label="Italic"
          onUse={() => {
            format('italic');
          }}
        >
          <em>I</em>
        </ToolButton>
        <ToolButton label="Link" onUse={openLink} />
        <ToolButton
          label="Remove link"
          onUse={() => {
            format('unlink');
          }}
        />
      </Flex>
      <Flex gap={1} role="group" aria-label="Row">
        <ToolButton
          label="Add row"
          disabled={grid.rows.length >= MOST_ROWS}
          onUse={() => {
            change(insertRow(grid, row + 1), 'A row was added below.');
            goTo({ row: row + 1, column: -1 });
          }}
        />
        <ToolButton
          label="Move row up"
          disabled={row < 1}
          onUse={() => {
            change(moveRow(grid, row, row - 1), 'The row moved up.');
            goTo({ row: row - 1, column });
          }}
        >
          ↑
        </ToolButton>
        <ToolButton
          label="Move row down"
          disabled={row < 0 || row >= grid.rows.length - 1}
          onUse={() => {
            change(moveRow(grid, row, row + 1), 'The row moved down.');
            goTo({ row: row + 1, column });
          }}
        >
          ↓
        </ToolButton>
        <ToolButton
          label="Remove row"
          disabled={row < 0 || grid.rows.length < 2}
          onUse={() => {
            change(removeRow(grid, row), 'The row was removed.');
          }}
        />
      </Flex>
      <Flex gap={1} role="group" aria-label="Column">
        <ToolButton
          label="Add column"
          disabled={grid.columns.length >= MOST_COLUMNS}
          onUse={() => {
            change(insertColumn(grid, column + 1), 'A column was added on the right.');
            goTo({ row: -1, column: column + 1 });
          }}
        />
        <ToolButton
          label="Move column left"
          disabled={column < 1}
          onUse={() => {
            change(moveColumn(grid, column, column - 1), 'The column moved left.');
            goTo({ row, column: column - 1 });
          }}
        >
          ←
        </ToolButton>
        <ToolButton
          label="Move column right"
          disabled={column < 0 || column >= grid.columns.length - 1}
          onUse={() => {
            change(moveColumn(grid, column, column + 1), 'The column moved right.');
            goTo({ row, column: column + 1 });
          }}
        >
          →
        </ToolButton>
        <ToolButton
          label="Remove column"
          disabled={column < 0 || grid.columns.length < 2}
          onUse={() => {
            change(removeColumn(grid, column), 'The column was removed.');
          }}
        />
      </Flex>
    </Flex>
  );
}
