import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption, TextInput, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

import { useAttempt } from '../use-attempt';

interface Link {
  id: number;
  label: string;
  url: string;
  expiresAt: string;
  createdByName: string;
}

const LIVES = [1, 7, 14, 30];
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

interface Props {
  model: string;
  documentId: string;
}

/** Opens the draft in a window of its own, beside the editor; it follows every save. */
function OpenBeside({ model, documentId }: Props) {
  const { get } = useFetchClient();
  const { toggleNotification } = useNotification();
  const open = async () => {
    // Opened at once, or the browser takes it for an advertisement.
    const beside = window.open('', '_blank', 'popup,width=820,height=1000');
    try {
      const { data } = await get<{ data?: { url?: string } }>(
        `/content-manager/preview/url/${model}?documentId=${documentId}&status=draft`,
      );
      const url = data.data?.url;
      if (url === undefined) throw new Error('You may not see a preview of this.');
      if (beside) beside.location.replace(url);
      else toggleNotification({ type: 'warning', message: 'Your browser has blocked the window. Allow it for this site.' });
    } catch (error) {
      beside?.close();
      toggleNotification({ type: 'danger', message: error instanceof Error ? error.message : 'The preview did not open.' });
    }
  };
  return (
    <Button type="button" variant="secondary" fullWidth onClick={() => void open()}>
      Open beside
    </Button>
  );
}

function OpenLink({ link, onCopy, onRevoke }: { link: Link; onCopy: () => void; onRevoke: () => void }) {
  const name = link.label === '' ? 'Link without a name' : link.label;
  return (
    <Box tag="li" paddingTop={2} paddingBottom={2} borderColor="neutral150" borderWidth="1px 0 0" borderStyle="solid">
      <Typography fontWeight="semiBold" tag="p">
        {name}
      </Typography>
      <Typography variant="pi" textColor="neutral600" tag="p">
        until {day.format(new Date(link.expiresAt))}
        {link.createdByName === '' ? '' : `, made by ${link.createdByName}`}
      </Typography>
      <Flex gap={2} paddingTop={1}>
        <Button type="button" size="S" variant="tertiary" onClick={onCopy} aria-label={`Copy the address of ${name}`}>
          Copy
        </Button>
        <Button type="button" size="S" variant="danger-light" onClick={onRevoke} aria-label={`Take back ${name}`}>
          Take back
        </Button>
      </Flex>
    </Box>
  );
}

/** The panel's content: the draft beside the editor, and the links by which colleagues without an account may read it. */
export function PreviewLinks({ model, documentId }: Props) {
  const { get, post, del } = useFetchClient();
  const attempt = useAttempt();
  const [links, setLinks] = useState<Link[]>([]);
  const [label, setLabel] = useState('');
  const [days, setDays] = useState(7);

  const load = useCallback(async () => {
    const { data } = await get<{ links: Link[] }>(`/preview-links/${model}/${documentId}`);
    setLinks(data.links);
  }, [get, model, documentId]);
  useEffect(() => {
    // Who may not see the links sees none.
    load().catch(() => undefined);
  }, [load]);

  const copy = async ({ url }: Link) => {
    await navigator.clipboard.writeText(url);
    return 'The address is on the clipboard.';
  };
  const create = async () => {
    const { data } = await post<Link>('/preview-links', { model, documentId, label, days });
    setLabel('');
    await load();
    await navigator.clipboard.writeText(data.url).catch(() => undefined);
    return 'The link is made and on the clipboard.';
  };
  const revoke = async ({ id }: Link) => {
    await del(`/preview-links/${id}`);
    await load();
    return 'The link opens nothing any more.';
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%" data-testid="preview-links">
      <OpenBeside model={model} documentId={documentId} />
      <Box tag="details" width="100%">
        <Typography tag="summary" fontWeight="semiBold" style={{ cursor: 'pointer' }}>
          Links for reviewers{links.length > 0 ? ` (${links.length})` : ''}
        </Typography>
        <Flex direction="column" alignItems="stretch" gap={2} paddingTop={2}>
          <Typography variant="pi" textColor="neutral600">
            For a colleague without an account. Whoever has the address can read the draft.
          </Typography>
          <Field.Root name="preview-link-label">
            <Field.Label>For whom</Field.Label>
            <TextInput
              size="S"
              value={label}
              maxLength={80}
              onChange={({ currentTarget }: { currentTarget: HTMLInputElement }) => {
                setLabel(currentTarget.value);
              }}
            />
          </Field.Root>
          <Field.Root name="preview-link-days">
            <Field.Label>Good for</Field.Label>
            <SingleSelect
              size="S"
              value={String(days)}
              onChange={(value: string | number) => {
                setDays(Number(value));
              }}
            >
              {LIVES.map((count) => (
                <SingleSelectOption key={count} value={String(count)}>
                  {count === 1 ? '1 day' : `${count} days`}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
          <Button
            type="button"
            size="S"
            variant="secondary"
            onClick={() => {
              attempt(create());
            }}
          >
            Make a link
          </Button>
          {links.length > 0 && (
            <ul>
              {links.map((link) => (
                <OpenLink
                  key={link.id}
                  link={link}
                  onCopy={() => {
                    attempt(copy(link));
                  }}
                  onRevoke={() => {
                    attempt(revoke(link));
                  }}
                />
              ))}
            </ul>
          )}
        </Flex>
      </Box>
    </Flex>
  );
}
