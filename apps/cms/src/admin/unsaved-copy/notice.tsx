import { Box, Button, Flex, Typography } from '@strapi/design-system';
import {
  unstable_useContentManagerContext as useContentManagerContext,
  unstable_useDocument as useDocument,
  useAuth,
  useForm,
} from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';

import { isAftermath, useAftermath } from './aftermath';
import { copyKey, findCopy, keepCopy, saySame, type UnsavedCopy } from './store';

const PAUSE_MS = 800;
const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

interface FormState {
  modified: boolean;
  isSubmitting: boolean;
  values: Record<string, unknown>;
  setValues: (values: Record<string, unknown>) => void;
}

/** Keeps what is typed in this browser until it is saved, and offers it back to whoever had to sign in again. */
export function UnsavedCopyNotice() {
  const user = useAuth('UnsavedCopy', ({ user: signedIn }) => signedIn?.id);
  const { model, id, contentType, collectionType, isCreatingEntry } = useContentManagerContext();
  // The form does not hold when the entry was saved.
  const args = { model, collectionType, ...(id !== undefined && { documentId: id }) };
  const { document } = useDocument(args, { skip: isCreatingEntry || !contentType });
  if (user === undefined || !contentType || model.startsWith('plugin::')) return null;
  const key = copyKey(user, model, isCreatingEntry ? 'create' : (id ?? 'single'));
  const { updatedAt } = (document ?? {}) as { updatedAt?: unknown };
  return <Keeper key={key} name={key} version={typeof updatedAt === 'string' ? updatedAt : ''} />;
}

function Keeper({ name, version }: { name: string; version: string }) {
  const { modified, isSubmitting, values, setValues } = useForm('UnsavedCopy', (form) => form) as unknown as FormState;
  const [found, setFound] = useState<UnsavedCopy | null>(() => findCopy(localStorage, name, Date.now()));
  const wasModified = useRef(false);
  const waiting = useRef<UnsavedCopy | null>(null);
  useAftermath(name, version, { modified, isSubmitting, values, setValues });

  useEffect(() => {
    // Strapi may draw the form anew after a save; then nobody is left who remembers that the copy was of what is saved now.
    if (!found || modified || !saySame(found.values, values)) return;
    localStorage.removeItem(name);
    setFound(null);
  }, [found, modified, name, values]);

  useEffect(() => {
    if (!modified) {
      // What was typed is saved, or was taken back by hand.
      if (wasModified.current && !isAftermath(name)) {
        localStorage.removeItem(name);
        wasModified.current = false;
        waiting.current = null;
      }
      return undefined;
    }
    wasModified.current = true;
    const copy = { keptAt: Date.now(), version, values };
    waiting.current = copy;
    // Who types on without asking for the old copy does not want it.
    const timer = setTimeout(() => {
      setFound(null);
      waiting.current = null;
      keepCopy(localStorage, name, copy);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [modified, name, values, version]);

  // The form may go away in the moment after a keystroke: the window is closed, or saving shows that the session is over.
  useEffect(() => {
    const keepNow = () => {
      if (waiting.current) keepCopy(localStorage, name, waiting.current);
      waiting.current = null;
    };
    window.addEventListener('pagehide', keepNow);
    return () => {
      window.removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, [name]);

  if (!found) return null;
  return (
    <Box background="warning100" padding={3} hasRadius width="100%" role="status" data-testid="unsaved-copy">
      <Typography tag="p" fontWeight="semiBold" textColor="neutral800">
        Some of your text was not saved
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral800">
        It was kept in this browser on {time.format(found.keptAt)}.
        {found.version !== version && ' The entry was saved again since: compare before you save.'}
      </Typography>
      <Flex gap={2} paddingTop={2}>
        <Button
          type="button"
          size="S"
          variant="secondary"
          onClick={() => {
            setValues({ ...values, ...found.values });
            setFound(null);
          }}
        >
          Put it back
        </Button>
        <Button
          type="button"
          size="S"
          variant="tertiary"
          onClick={() => {
            localStorage.removeItem(name);
            setFound(null);
          }}
        >
          Throw it away
        </Button>
      </Flex>
    </Box>
  );
}
