import { Button, Checkbox, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';

import { useAttempt } from '../use-attempt';

import type { Review } from './use-review';

interface Props {
  documentId: string;
  review: Review;
  isModified: boolean;
  onDone: () => Promise<void>;
}

/** The reviewer confirms each line of the list, and marks the article as reviewed. */
export function MarkAsReviewed({ documentId, review: { against, checklist, hash }, isModified, onDone }: Props) {
  const { post } = useFetchClient();
  const attempt = useAttempt();
  const [isOpen, setOpen] = useState(false);
  const [confirmed, setConfirmed] = useState<string[]>([]);
  const [note, setNote] = useState('');
  if (against !== null)
    return (
      <Typography tag="p" variant="pi" textColor="neutral600">
        {against}
      </Typography>
    );
  if (!isOpen)
    return (
      <Button
        type="button"
        variant="secondary"
        fullWidth
        disabled={isModified}
        onClick={() => {
          setOpen(true);
        }}
      >
        Review this article
      </Button>
    );
  const toggle = (key: string) => {
    setConfirmed((before) => (before.includes(key) ? before.filter((one) => one !== key) : [...before, key]));
  };
  const mark = async () => {
    await post('/reviews', { documentId, hash, note, checklist: confirmed });
    setOpen(false);
    setConfirmed([]);
    setNote('');
    await onDone();
    return 'The article is marked as reviewed.';
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {checklist.map(({ key, words }) => (
        <Checkbox
          key={key}
          checked={confirmed.includes(key)}
          onCheckedChange={() => {
            toggle(key);
          }}
        >
          {words}
        </Checkbox>
      ))}
      <Field.Root name="review-note">
        <Field.Label>Note for colleagues (optional)</Field.Label>
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
        fullWidth
        disabled={isModified || confirmed.length < checklist.length}
        onClick={() => {
          attempt(mark());
        }}
      >
        Mark as reviewed
      </Button>
    </Flex>
  );
}
