import { Box, Button, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';

import { useAttempt } from '../use-attempt';

import { ArticleLine, Lines, Said, useHome, Widget } from './widget';

interface Schedule {
  id: number;
  documentId: string;
  title: string;
  action: 'publish' | 'unpublish';
  when: string;
  setByName: string;
  reason: string | null;
}

interface Answer {
  pending: Schedule[];
  failed: Schedule[];
}

const verbs = { publish: 'Goes live', unpublish: 'Is taken off the site' };
const past = { publish: 'Was to go live', unpublish: 'Was to be taken off the site' };

/** What did not happen as arranged, and what will. */
export default function ScheduleOverview() {
  const { del } = useFetchClient();
  const attempt = useAttempt();
  const home = useHome<Answer>('/home/schedules');
  const dismiss = async (id: number) => {
    await del(`/schedules/${id}`);
    home.reload();
    return 'It is off the list.';
  };
  return (
    <Widget of={home} name="schedules">
      {({ pending, failed }) => (
        <>
          {pending.length + failed.length === 0 && <Said>Nothing is arranged.</Said>}
          {failed.length > 0 && (
            <Lines heading="Did not happen">
              {failed.map(({ id, documentId, title, action, when, reason }) => (
                <ArticleLine key={id} documentId={documentId} title={title}>
                  {past[action]} on {when}
                  <Typography tag="p" variant="pi" textColor="danger700">
                    {reason}
                  </Typography>
                  <Box paddingTop={1}>
                    <Button
                      type="button"
                      size="S"
                      variant="tertiary"
                      aria-label={`Take “${title}” off this list`}
                      onClick={() => {
                        attempt(dismiss(id));
                      }}
                    >
                      Seen
                    </Button>
                  </Box>
                </ArticleLine>
              ))}
            </Lines>
          )}
          {pending.length > 0 && (
            <Lines heading="Will happen">
              {pending.map(({ id, documentId, title, action, when, setByName }) => (
                <ArticleLine key={id} documentId={documentId} title={title}>
                  {verbs[action]} on {when}, set by {setByName}
                </ArticleLine>
              ))}
            </Lines>
          )}
        </>
      )}
    </Widget>
  );
}
