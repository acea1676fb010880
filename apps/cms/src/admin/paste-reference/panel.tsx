import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useFetchClient, useForm } from '@strapi/strapi/admin';
import { useState } from 'react';

import { contentTypeLayouts } from '../../editorial/desk/content-types';
import type { ReferenceAnswer } from '../../references/known';
import { EntryLink } from '../entry-link';
import { wordsOf } from '../use-attempt';

const SOURCE = 'api::source.source';
const list = new Intl.ListFormat('en');
const labels = contentTypeLayouts[SOURCE]?.fields ?? {};

interface FormState {
  disabled: boolean;
  values: Record<string, unknown>;
  setValues: (values: Record<string, unknown>) => void;
}

interface Said {
  tone: 'neutral800' | 'danger700';
  words: string;
  to?: string;
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

/** The panel's content: takes BibTeX, RIS or a DOI and fills the form, for the editor to check and save. */
export function PasteReference({ documentId }: { documentId: string | null }) {
  const { post } = useFetchClient();
  const { disabled, values, setValues } = useForm('PasteReference', (form) => form) as unknown as FormState;
  const [text, setText] = useState('');
  const [isReading, setReading] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);

  const take = ({ known, fields, isRetracted }: ReferenceAnswer) => {
    if (known) {
      const to = `/content-manager/collection-types/${SOURCE}/${known.documentId}`;
      setSaid({ tone: 'danger700', words: known.message, to });
      return;
    }
    // A key that texts already cite stays.
    const { citationKey, ...rest } = fields;
    const filled = { ...rest, ...(citationKey !== undefined && isEmpty(values['citationKey']) && { citationKey }) };
    setValues({ ...values, ...filled });
    setText('');
    const names = list.format(Object.keys(filled).map((field) => labels[field]?.label ?? field));
    setSaid(
      isRetracted
        ? { tone: 'danger700', words: `This work was retracted. Filled in: ${names}. Think twice before you save it.` }
        : {
            tone: 'neutral800',
            words: `Filled in: ${names}. Compare it with the original, say what kind of work it is, and save.`,
          },
    );
  };
  const read = () => {
    setReading(true);
    setSaid(null);
    post<ReferenceAnswer>('/references', { text, documentId })
      .then(
        ({ data }) => {
          take(data);
        },
        (error: unknown) => {
          setSaid({ tone: 'danger700', words: wordsOf(error) });
        },
      )
      .finally(() => {
        setReading(false);
      });
  };

  if (disabled) return <Typography textColor="neutral600">Your role does not change sources.</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%" data-testid="paste-reference">
      <Field.Root name="pasted-reference" hint="It fills the form. Nothing is saved before you save.">
        <Field.Label>BibTeX, RIS or a DOI</Field.Label>
        <Textarea
          value={text}
          maxLength={30_000}
          placeholder="10.1001/archpsyc.63.8.856"
          onChange={({ currentTarget }: { currentTarget: HTMLTextAreaElement }) => {
            setText(currentTarget.value);
          }}
        />
        <Field.Hint />
      </Field.Root>
      <Button type="button" variant="secondary" fullWidth loading={isReading} disabled={text.trim() === ''} onClick={read}>
        Fill in the form
      </Button>
      <div role="status">
        {said && (
          <Typography tag="p" variant="pi" textColor={said.tone}>
            {said.words}
          </Typography>
        )}
        {said?.to !== undefined && <EntryLink to={said.to}>Open it</EntryLink>}
      </div>
    </Flex>
  );
}
