import { isSafeUrl } from '@clinic/types';
import { Box, Field, Flex, Typography } from '@strapi/design-system';
import { forwardRef, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { styled } from 'styled-components';

import { readHtmlTable } from './cell-dom';
import { CellEditor } from './cell-editor';
import {
  insertColumn,
  insertRow,
  MOST_COLUMNS,
  MOST_ROWS,
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
  type Place,
} from './grid';
import { LinkForm, ToolButton } from './toolbar';

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  table-layout: fixed;

  th,
  td {
    min-width: 12rem;
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

/** The one way in which browsers edit what a person selected and let them undo it; there is no successor to it yet. */
function edit(command: 'insertText' | 'createLink' | 'styleWithCSS' | 'bold' | 'italic' | 'unlink', value?: string): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.execCommand(command, false, value);
}

interface Props {
  name: string;
  value?: unknown;
  label?: ReactNode;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  onChange: (name: string, value: Grid) => void;
}

/** The field in which a comparison table is written: a table that looks like one. */
export const ComparisonGridInput = forwardRef<HTMLDivElement, Props>(function ComparisonGridInput(
  { name, value, label, hint, error, required = false, disabled = false, onChange },
  ref,
) {
  const grid = readGrid(value) ?? newGrid();
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const [isLinking, setIsLinking] = useState(false);
  const [said, setSaid] = useState('');
  const selected = useRef<Range | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const place = { row: Math.min(at.row, grid.rows.length - 1), column: Math.min(at.column, grid.columns.length - 1) };

  const change = (next: Grid, announcement: string) => {
    onChange(name, next);
    setSaid(announcement);
  };
  const goTo = ({ row, column }: Place) => {
    // A row that was just added is there after the next paint.
    setTimeout(() => table.current?.querySelector<HTMLElement>(`[data-place="${row},${column}"]`)?.focus());
  };
  const onPaste = (to: Place) => (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData('text/plain');
    const pasted = readHtmlTable(event.clipboardData.getData('text/html')) ?? readTabbed(text);
    const isOneCell = pasted?.length === 1 && pasted[0]?.length === 1;
    if (pasted && !isOneCell) {
      event.preventDefault();
      change(paste(grid, to, pasted), `A table of ${pasted.length} rows was pasted.`);
    } else if (event.currentTarget.isContentEditable) {
      event.preventDefault();
      edit('insertText', text.replace(/\s+/g, ' ').trim());
    }
  };
  const onKeyDown = (from: Place) => (event: KeyboardEvent<HTMLElement>) => {
    const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
    const steps: Record<string, Place> = {
      ArrowUp: { row: from.row - 1, column: from.column },
      ArrowDown: { row: from.row + 1, column: from.column },
      ArrowLeft: { row: from.row, column: from.column - 1 },
      ArrowRight: { row: from.row, column: from.column + 1 },
    };
    const to = altKey ? steps[key] : key === 'Enter' && !shiftKey ? steps['ArrowDown'] : undefined;
    if (to) {
      event.preventDefault();
      goTo(to);
    } else if ((ctrlKey || metaKey) && key.toLowerCase() === 'k' && event.currentTarget.isContentEditable) {
      event.preventDefault();
      openLink();
    }
  };
  const openLink = () => {
    const selection = window.getSelection();
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    if (!range || range.collapsed || !table.current?.contains(range.commonAncestorContainer)) {
      setSaid('Select the words of the link in a cell first.');
      return;
    }
    selected.current = range.cloneRange();
    setIsLinking(true);
  };
  const setLink = (url: string) => {
    const range = selected.current;
    if (!range || !isSafeUrl(url)) {
      setSaid('A link begins with https:// or with one / for a page of this site.');
      return;
    }
    setIsLinking(false);
    const container = range.commonAncestorContainer;
    (container instanceof HTMLElement ? container : container.parentElement)?.closest<HTMLElement>('[role="textbox"]')?.focus();
    const selection = window.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    edit('createLink', url);
    setSaid('The link is set.');
  };
  const format = (command: 'bold' | 'italic' | 'unlink') => {
    // Marks as elements, not as styles: they are read back that way.
    edit('styleWithCSS', 'false');
    edit(command);
  };
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
        setAt(to);
      }}
      onChange={({ currentTarget }) => {
        onChange(name, write(grid, to, { words: currentTarget.value.replace(/\n/g, ' '), cell: [] }));
      }}
      onPaste={onPaste(to)}
      onKeyDown={onKeyDown(to)}
    />
  );
  const { row, column } = place;

  return (
    <Field.Root name={name} id={name} {...(error !== undefined && { error })} hint={hint} required={required} ref={ref}>
      <Field.Label>{label}</Field.Label>
      {!disabled && (
        <Flex direction="column" alignItems="stretch" gap={2} paddingBottom={2}>
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
          {isLinking && (
            <LinkForm
              onApply={setLink}
              onClose={() => {
                setIsLinking(false);
              }}
            />
          )}
        </Flex>
      )}
      <Box width="100%" overflow="auto">
        <Table ref={table}>
          <thead>
            <tr>
              <th scope="col">
                {header({ row: -1, column: -1 }, grid.corner, 'Corner: what the rows are', 'What the rows are')}
              </th>
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
                          setAt(to);
                        }}
                        onChange={(cell) => {
                          onChange(name, write(grid, to, { words: '', cell }));
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
      </Box>
      <Typography variant="pi" textColor="neutral600" role="status">
        {said === ''
          ? 'Paste a table from a spreadsheet into any cell. Enter goes down, Alt with an arrow key goes to the next cell.'
          : said}
      </Typography>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
});
