import { Box, Flex, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState, type ReactNode } from 'react';

import { EntryLink } from '../entry-link';

const ARTICLES = '/content-manager/collection-types/api::article.article';

/** What a widget has been told so far. */
interface Home<Answer> {
  answer: Answer | null;
  failed: boolean;
  reload: () => void;
}

/** What a widget of the home page asks the CMS for. */
export function useHome<Answer>(path: string): Home<Answer> {
  const { get } = useFetchClient();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [failed, setFailed] = useState(false);
  const reload = useCallback(() => {
    get<Answer>(path).then(
      ({ data }) => {
        setAnswer(data);
        setFailed(false);
      },
      () => {
        setFailed(true);
      },
    );
  }, [get, path]);
  useEffect(reload, [reload]);
  return { answer, failed, reload };
}

/** Something a widget says instead of a list. */
export function Said({ children }: { children: ReactNode }) {
  return (
    <Typography tag="p" textColor="neutral600">
      {children}
    </Typography>
  );
}

/** An article in a widget: its title leads to it, and a line says why it is there. */
export function ArticleLine({ documentId, title, children }: { documentId: string; title: string; children: ReactNode }) {
  return (
    <Box tag="li" paddingTop={2} paddingBottom={2} borderColor="neutral150" borderWidth="0 0 1px" borderStyle="solid">
      <EntryLink to={`${ARTICLES}/${documentId}`}>{title}</EntryLink>
      <Typography tag="div" variant="pi" textColor="neutral600">
        {children}
      </Typography>
    </Box>
  );
}

/** The lines of a widget, under a heading of their own if there are several lists. */
export function Lines({ heading, children }: { heading?: string; children: ReactNode }) {
  return (
    <Box width="100%">
      {heading !== undefined && (
        <Typography tag="h3" variant="sigma" textColor="neutral600">
          {heading}
        </Typography>
      )}
      <ul>{children}</ul>
    </Box>
  );
}

/** A widget's content while the CMS has not answered, when it could not, and then. */
export function Widget<Answer>({
  of: { answer, failed },
  name,
  children,
}: {
  of: Home<Answer>;
  name: string;
  children: (answer: Answer) => ReactNode;
}) {
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%" data-testid={`widget-${name}`}>
      {answer !== null ? children(answer) : <Said>{failed ? 'This could not be read.' : 'Reading …'}</Said>}
    </Flex>
  );
}
