import { InputRenderer } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';

import { EntryChoice, type ChoiceProps } from './entry-choice';

/** A field by which a list can be filtered, as Strapi hands it to plugins. */
export interface Filter {
  name: string;
  label: string;
  type: string;
  options?: unknown[];
  operators?: { label: string; value: string }[];
  input?: ComponentType<ChoiceProps>;
}

/** Who keeps a list of articles never asks for these; long texts are what the search is for. */
const NOT_ASKED = new Set(['id', 'documentId', 'createdAt', 'createdBy', 'updatedBy']);
const isAsked = ({ name, label, type }: Filter) => !NOT_ASKED.has(name) && type !== 'text' && label !== name;

const ENTRIES: Record<string, ComponentType<ChoiceProps>> = {
  category: (props) => <EntryChoice {...props} uid="api::category.category" />,
  author: (props) => <EntryChoice {...props} uid="api::contributor.contributor" />,
  reviewer: (props) => <EntryChoice {...props} uid="api::contributor.contributor" />,
};

const IS = [
  { label: 'is', value: '$eq' },
  { label: 'is not', value: '$ne' },
];

/** Leaves the filters that editors ask for, with what is chosen told in words and people and categories chosen from a list. */
export function plainFilters<Given extends { displayedFilters: Filter[] }>({ displayedFilters, ...rest }: Given): Given {
  return { ...rest, displayedFilters: displayedFilters.filter(isAsked).map(plainFilter) } as Given;
}

function plainFilter(filter: Filter): Filter {
  // Strapi tells the words of a choice only where a plugin brings the input; its own does.
  if (filter.type === 'enumeration') return { ...filter, input: InputRenderer as unknown as ComponentType<ChoiceProps> };
  const entry = filter.type === 'relation' ? ENTRIES[filter.name] : undefined;
  return entry ? { ...filter, input: entry, operators: IS } : filter;
}
