import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption, TextInput, Typography } from '@strapi/design-system';
import { useFetchClient, useForm } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { styled } from 'styled-components';

import { useAttempt } from '../use-attempt';

type Action = 'publish' | 'unpublish';

/** The browser's own calendar button is seen in the dark, too. */
const Moment = styled(TextInput)`
  color-scheme: ${({ theme }) => theme.colorScheme};
`;

interface Schedule {
  id: number;
  action: Action;
  when: string;
  setByName: string;
}

interface Arranged {
  timeZone: string;
  mayPublish: boolean;
  schedules: Schedule[];
}

const verbs: Record<Action, string> = { publish: 'Goes live', unpublish: 'Is taken off the site' };

function Pending({ schedule, onCancel }: { schedule: Schedule; onCancel: (() => void) | null }) {
  const { action, when, setByName } = schedule;
  return (
    <Box tag="li" paddingBottom={2}>
      <Typography tag="p" fontWeight="semiBold">
        {verbs[action]} on {when}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        set by {setByName}
      </Typography>
      {onCancel && (
        <Box paddingTop={1}>
          <Button
            type="button"
            size="S"
            variant="danger-light"
            onClick={onCancel}
            aria-label={`Cancel: ${verbs[action]} on ${when}`}
          >
            Cancel
          </Button>
        </Box>
      )}
    </Box>
  );
}

/** The panel's content: what will happen to the article by itself, and arranging it. */
export function Schedules({ documentId, version }: { documentId: string; version: string }) {
  const { get, post, del } = useFetchClient();
  const attempt = useAttempt();
  const isModified = useForm<boolean>('Schedules', ({ modified }) => modified);
  const [arranged, setArranged] = useState<Arranged | null>(null);
  const [action, setAction] = useState<Action>('publish');
  const [time, setTime] = useState('');
  const load = useCallback(async () => {
    const { data } = await get<Arranged>(`/schedules/${documentId}`);
    setArranged(data);
  }, [get, documentId]);
  useEffect(() => {
    load().catch(() => undefined);
  }, [load, version]);
  if (!arranged) return <Typography textColor="neutral600">Looking for what is arranged …</Typography>;
  const { timeZone, mayPublish, schedules } = arranged;

  const set = async () => {
    const { data } = await post<Schedule>('/schedules', { documentId, action, time });
    setTime('');
    await load();
    return `${verbs[data.action]} on ${data.when}.`;
  };
  const cancel = async (id: number) => {
    await del(`/schedules/${id}`);
    await load();
    return 'It is called off.';
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%" data-testid="schedules">
      {schedules.length > 0 && (
        <ul>
          {schedules.map((one) => (
            <Pending
              key={one.id}
              schedule={one}
              onCancel={
                mayPublish
                  ? () => {
                      attempt(cancel(one.id));
                    }
                  : null
              }
            />
          ))}
        </ul>
      )}
      {schedules.length === 0 && !mayPublish && <Typography textColor="neutral600">Nothing is arranged.</Typography>}
      {mayPublish && (
        <>
          <Field.Root name="schedule-action">
            <Field.Label>What</Field.Label>
            <SingleSelect
              size="S"
              value={action}
              onChange={(value: string | number) => {
                setAction(value as Action);
              }}
            >
              <SingleSelectOption value="publish">Publish the draft</SingleSelectOption>
              <SingleSelectOption value="unpublish">Take it off the site</SingleSelectOption>
            </SingleSelect>
          </Field.Root>
          <Field.Root name="schedule-time" hint={`On the clinic’s clock (${timeZone.replaceAll('_', ' ')}).`}>
            <Field.Label>When</Field.Label>
            <Moment
              size="S"
              type="datetime-local"
              value={time}
              onChange={({ currentTarget }: { currentTarget: HTMLInputElement }) => {
                setTime(currentTarget.value);
              }}
            />
            <Field.Hint />
          </Field.Root>
          <Button
            type="button"
            size="S"
            variant="secondary"
            disabled={time === '' || isModified}
            onClick={() => {
              attempt(set());
            }}
          >
            {isModified ? 'Save first' : 'Set'}
          </Button>
        </>
      )}
    </Flex>
  );
}
