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
      <LineTools
        kind="row"
        at={row}
        count={grid.rows.length}
        most={MOST_ROWS}
        ways={[
          { name: 'up', arrow: '↑', step: -1 },
          { name: 'down', arrow: '↓', step: 1 },
        ]}
        onAdd={(to) => {
          change(insertRow(grid, to), 'A row was added below.');
          goTo({ row: to, column: -1 });
        }}
        onMove={(to, way) => {
          change(moveRow(grid, row, to), `The row moved ${way}.`);
          goTo({ row: to, column });
        }}
        onRemove={() => {
          change(removeRow(grid, row), 'The row was removed.');
        }}
      />
      <LineTools
        kind="column"
        at={column}
        count={grid.columns.length}
        most={MOST_COLUMNS}
        ways={[
          { name: 'left', arrow: '←', step: -1 },
          { name: 'right', arrow: '→', step: 1 },
        ]}
        onAdd={(to) => {
          change(insertColumn(grid, to), 'A column was added on the right.');
          goTo({ row: -1, column: to });
        }}
        onMove={(to, way) => {
          change(moveColumn(grid, column, to), `The column moved ${way}.`);
          goTo({ row, column: to });
        }}
        onRemove={() => {
          change(removeColumn(grid, column), 'The column was removed.');
        }}
      />
    </Flex>
  );
}

interface LineToolsProps {
  kind: 'row' | 'column';
  /** The present row or column; -1 is that of the headers, which stays where it is. */
  at: number;
  count: number;
  most: number;
  ways: readonly { name: string; arrow: string; step: -1 | 1 }[];
  onAdd: (to: number) => void;
  onMove: (to: number, way: string) => void;
  onRemove: () => void;
}

/** What can be done to one row or one column. */
function LineTools({ kind, at, count, most, ways, onAdd, onMove, onRemove }: LineToolsProps) {
  const isThere = (place: number) => place >= 0 && place < count;
  return (
    <Flex gap={1} role="group" aria-label={kind === 'row' ? 'Row' : 'Column'}>
      <ToolButton
        label={`Add ${kind}`}
        disabled={count >= most}
        onUse={() => {
          onAdd(at + 1);
        }}
      />
      {ways.map(({ name, arrow, step }) => (
        <ToolButton
          key={name}
          label={`Move ${kind} ${name}`}
          disabled={!isThere(at) || !isThere(at + step)}
          onUse={() => {
            onMove(at + step, name);
          }}
        >
          {arrow}
        </ToolButton>
      ))}
      <ToolButton label={`Remove ${kind}`} disabled={at < 0 || count < 2} onUse={onRemove} />
    </Flex>
  );
}
