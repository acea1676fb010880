import { isSafeUrl } from '@clinic/types';
import { Box, Field, Flex, Typography } from '@strapi/design-system';
import { forwardRef, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';

import { readHtmlTable } from './cell-dom';
import { insertWords, linkTo, select, selectionIn } from './commands';
import { MOST_COLUMNS, MOST_ROWS, newGrid, paste, readGrid, readTabbed, type Grid, type Place } from './grid';
import { LinkForm } from './link-form';
import { GridTable } from './table';
import { Tools } from './tools';

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
      const columns = Math.max(...pasted.map((row) => row.length));
      const fits = to.row + pasted.length <= MOST_ROWS && to.column + columns <= MOST_COLUMNS;
      change(
        paste(grid, to, pasted),
        fits
          ? `A table of ${pasted.length} rows was pasted.`
          : `Only a part was pasted: a table here has at most ${MOST_COLUMNS} columns and ${MOST_ROWS} rows.`,
      );
    } else if (event.currentTarget.isContentEditable) {
      event.preventDefault();
      insertWords(text.replace(/\s+/g, ' ').trim());
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
    selected.current = selectionIn(table.current);
    if (!selected.current) {
      setSaid('Select the words of the link in a cell first.');
      return;
    }
    setIsLinking(true);
  };
  const setLink = (url: string) => {
    const range = selected.current;
    if (!range || !isSafeUrl(url)) {
      setSaid('A link begins with https:// or with one / for a page of this site.');
      return;
    }
    setIsLinking(false);
    linkTo(url, range);
    setSaid('The link is set.');
  };

  return (
    <Field.Root name={name} id={name} {...(error !== undefined && { error })} hint={hint} required={required} ref={ref}>
      <Field.Label>{label}</Field.Label>
      {!disabled && (
        <Flex direction="column" alignItems="stretch" gap={2} paddingBottom={2}>
          <Tools grid={grid} place={place} change={change} goTo={goTo} openLink={openLink} />
          {isLinking && (
            <LinkForm
              onApply={setLink}
              onClose={() => {
                setIsLinking(false);
                if (selected.current) select(selected.current);
              }}
            />
          )}
        </Flex>
      )}
      <Box width="100%" overflow="auto">
        <GridTable
          grid={grid}
          name={name}
          disabled={disabled}
          table={table}
          onChange={(next) => {
            onChange(name, next);
          }}
          onPlace={setAt}
          onPaste={onPaste}
          onKeyDown={onKeyDown}
        />
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
