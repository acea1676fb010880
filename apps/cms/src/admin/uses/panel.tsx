import { Flex, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

import type { Uses } from '../../uses/describe';

import { UseList } from './use-list';

const counted = (count: number) => `${count} ${count === 1 ? 'page depends' : 'pages depend'} on it.`;

/** The panel's content: the pages that would change if this entry did. */
export function WhereUsed({ model, documentId }: { model: string; documentId: string }) {
  const { get } = useFetchClient();
  const [answer, setAnswer] = useState<Uses | 'failed' | null>(null);
  useEffect(() => {
    let isCurrent = true;
    get<Uses>(`/uses/${model}/${documentId}`).then(
      ({ data }) => {
        if (isCurrent) setAnswer(data);
      },
      () => {
        if (isCurrent) setAnswer('failed');
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [get, model, documentId]);

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%" data-testid="where-used">
      <Typography tag="p" role="status" textColor="neutral800">
        {answer === null
          ? 'Looking …'
          : answer === 'failed'
            ? 'The CMS did not say where this is used. Reload the page to ask again.'
            : answer.uses.length === 0
              ? 'No page uses this.'
              : answer.hasMore
                ? `More than ${answer.uses.length} pages depend on it. These are the first.`
                : counted(answer.uses.length)}
      </Typography>
      {answer !== null && answer !== 'failed' && answer.uses.length > 0 && <UseList uses={answer.uses} />}
    </Flex>
  );
}
