import type { ReactNode } from 'react';
import { styled } from 'styled-components';

const Tool = styled.button`
  min-width: 3.2rem;
  min-height: 3.2rem;
  padding: 0 ${({ theme }) => theme.spaces[2]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
  cursor: pointer;

  &:hover:not(:disabled) {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }

  &:disabled {
    opacity: 0.45;
    cursor: not-allowed;
  }
`;

interface ToolProps {
  label: string;
  disabled?: boolean;
  onUse: () => void;
  children?: ReactNode;
}

/** A tool that leaves the caret in the cell it works on. */
export function ToolButton({ label, disabled = false, onUse, children }: ToolProps) {
  return (
    <Tool
      type="button"
      aria-label={children === undefined ? undefined : label}
      title={children === undefined ? undefined : label}
      disabled={disabled}
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      onClick={onUse}
    >
      {children ?? label}
    </Tool>
  );
}
