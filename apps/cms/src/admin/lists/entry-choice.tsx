import { Combobox, ComboboxOption } from '@strapi/design-system';
import { useField, useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

/** What Strapi hands to the input of a filter. */
export interface ChoiceProps {
  name: string;
  'aria-label'?: string;
}

interface Props extends ChoiceProps {
  /** The kind of entry that is chosen from; its entries are told apart by their names. */
  uid: string;
}

/** Chooses an entry by its name, for a filter of a list. */
export function EntryChoice({ name, 'aria-label': label = '', uid }: Props) {
  const { get } = useFetchClient();
  const field = useField<string>(name);
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    let isCurrent = true;
    get<{ results: { name: string }[] }>(`/content-manager/collection-types/${uid}?pageSize=100&sort=name:ASC`).then(
      ({ data }) => {
        if (isCurrent) setNames(data.results.map((entry) => entry.name));
      },
      // Signed out or offline: nothing can be chosen.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [get, uid]);
  return (
    <Combobox
      aria-label={label}
      placeholder="Choose"
      value={field.value ?? ''}
      onChange={(value?: string) => {
        field.onChange(name, value);
      }}
    >
      {names.map((one) => (
        <ComboboxOption key={one} value={one}>
          {one}
        </ComboboxOption>
      ))}
    </Combobox>
  );
}
