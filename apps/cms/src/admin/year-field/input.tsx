import { Field, TextInput } from '@strapi/design-system';
import { forwardRef, type ChangeEvent, type ReactNode } from 'react';

const DIGITS = 4;

interface Props {
  name: string;
  value?: number | null;
  label?: ReactNode;
  hint?: ReactNode;
  error?: string;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
  onChange: (name: string, value: number | null) => void;
}

/** The field for a year. Strapi's own for numbers groups digits, and nobody writes “2,020” for a year. */
export const YearInput = forwardRef<HTMLInputElement, Props>(function YearInput(
  { name, value, label, hint, error, placeholder, required = false, disabled = false, onChange },
  ref,
) {
  const type = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const digits = currentTarget.value.replace(/\D/g, '').slice(0, DIGITS);
    onChange(name, digits === '' ? null : Number(digits));
  };
  return (
    <Field.Root name={name} {...(error !== undefined && { error })} hint={hint} required={required}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        ref={ref}
        inputMode="numeric"
        value={String(value ?? '')}
        placeholder={placeholder ?? ''}
        disabled={disabled}
        onChange={type}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
});
