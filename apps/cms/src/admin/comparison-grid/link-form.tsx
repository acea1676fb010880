import { Button, Flex, TextInput } from '@strapi/design-system';
import { useState } from 'react';

/** Asks for the address of a link. */
export function LinkForm({ onApply, onClose }: { onApply: (url: string) => void; onClose: () => void }) {
  const [url, setUrl] = useState('');
  return (
    <Flex gap={2} alignItems="center" wrap="wrap" role="group" aria-label="Link">
      <TextInput
        aria-label="Address of the link"
        placeholder="https://doi.org/10.… or /articles/…"
        value={url}
        size="S"
        autoFocus
        onChange={({ currentTarget }: { currentTarget: HTMLInputElement }) => {
          setUrl(currentTarget.value);
        }}
        onKeyDown={(event: { key: string; preventDefault: () => void }) => {
          if (event.key === 'Escape') onClose();
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onApply(url.trim());
        }}
      />
      <Button
        type="button"
        size="S"
        variant="secondary"
        onClick={() => {
          onApply(url.trim());
        }}
      >
        Set link
      </Button>
      <Button type="button" size="S" variant="tertiary" onClick={onClose}>
        Cancel
      </Button>
    </Flex>
  );
}
