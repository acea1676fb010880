import { useEffect, useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import { styled } from 'styled-components';

import { isSimple, readCell, showCell } from './cell-dom';
import type { Cell } from './grid';

const Text = styled.div`
  min-height: 3.2rem;
  padding: ${({ theme }) => theme.spaces[2]};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  line-height: 1.45;
  overflow-wrap: anywhere;

  &:focus {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }

  strong {
    font-weight: 700;
  }

  em {
    font-style: italic;
  }

  a {
    color: ${({ theme }) => theme.colors.primary700};
    text-decoration: underline;
  }
`;

interface Props {
  cell: Cell;
  name: string;
  label: string;
  disabled: boolean;
  onChange: (cell: Cell) => void;
  onFocus: () => void;
  onPaste: (event: ClipboardEvent<HTMLElement>) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  'data-place': string;
}

/** One cell of the table: words that may be bold, italic or a link. What the reader sees is written by the browser, never as HTML. */
export function CellEditor({ cell, name, label, disabled, onChange, ...handlers }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const shown = useRef('');
  const editable = !disabled && isSimple(cell);
  useEffect(() => {
    const json = JSON.stringify(cell);
    // What was typed here is already there; showing it anew would move the caret.
    if (!element.current || json === shown.current) return;
    shown.current = json;
    showCell(cell, element.current);
  }, [cell]);
  return (
    <Text
      ref={element}
      role="textbox"
      aria-multiline
      aria-label={label}
      aria-readonly={!editable}
      contentEditable={editable}
      suppressContentEditableWarning
      tabIndex={0}
      id={name}
      onInput={({ currentTarget }) => {
        const next = readCell(currentTarget);
        shown.current = JSON.stringify(next);
        onChange(next);
      }}
      {...handlers}
    />
  );
}
