import { Button, Field, Flex, Textarea } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';

import { useAttempt } from '../use-attempt';

interface Props {
  documentId: string;
  isModified: boolean;
  onDone: () => Promise<void>;
}

/** Asks the clinical reviewers to look at the article. */
export function AskForReview({ documentId, isModified, onDone }: Props) {
  const { post } = useFetchClient();
  const attempt = useAttempt();
  const [note, setNote] = useState('');
  const ask = async () => {
    await post('/reviews/requests', { documentId, note });
    setNote('');
    await onDone();
    return 'The clinical reviewers see it on their home page.';
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Field.Root name="request-note">
        <Field.Label>What to look at (optional)</Field.Label>
        <Textarea
          value={note}
          maxLength={2_000}
          onChange={({ currentTarget }: { currentTarget: HTMLTextAreaElement }) => {
            setNote(currentTarget.value);
          }}
        />
      </Field.Root>
      <Button
        type="button"
        variant="secondary"
        fullWidth
        disabled={isModified}
        onClick={() => {
          attempt(ask());
        }}
      >
        Ask for a review
      </Button>
    </Flex>
  );
}
