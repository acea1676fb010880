import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

import { choices } from '../../editorial/desk/choices';

/** A column of a list, as Strapi hands it to plugins. */
export interface Column {
  name: string;
  attribute: { type: string; relation?: string; customField?: string };
  /** Which field of an entry that is referred to names it. */
  mainField?: { name: string };
  cellFormatter?: (row: Record<string, unknown>) => ReactNode;
}

const NOTHING = '–';
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

type Words = (value: string) => string;

/** How values are told that Strapi would show as they are stored, or at greater length than a column has. */
const wordsOfType: Record<string, Words> = {
  enumeration: (value) => choices[value] ?? value,
  date: (value) => day.format(new Date(value)),
  datetime: (value) => time.format(new Date(value)),
};
const wordsOfField: Record<string, Words> = { 'global::year': (value) => value };

/** Lets lists say what the panels and forms say. */
export function plainColumns<Given extends { displayedHeaders: Column[] }>({ displayedHeaders, ...rest }: Given): Given {
  return { ...rest, displayedHeaders: displayedHeaders.map(plainColumn) } as Given;
}

function plainColumn(column: Column): Column {
  const { name, attribute, mainField } = column;
  if (attribute.type === 'relation' && attribute.relation === 'manyToOne') {
    return { ...column, cellFormatter: (row) => <Cell value={nameIn(row[name], mainField?.name)} /> };
  }
  const words = attribute.customField === undefined ? wordsOfType[attribute.type] : wordsOfField[attribute.customField];
  return words ? { ...column, cellFormatter: (row) => <Cell value={row[name]} words={words} /> } : column;
}

const nameIn = (entry: unknown, field = 'name'): unknown => (entry as Record<string, unknown> | null)?.[field];

/** Goes over into a second line, so that the last column is seen on a small screen, too. */
function Cell({ value, words = String }: { value: unknown; words?: Words }) {
  const isGiven = (typeof value === 'string' && value !== '') || typeof value === 'number';
  return (
    <Typography tag="p" textColor="neutral800" style={{ whiteSpace: 'normal', minWidth: '10rem' }}>
      {isGiven ? words(String(value)) : NOTHING}
    </Typography>
  );
}
