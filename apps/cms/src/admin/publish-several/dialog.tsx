import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { unstable_useDocumentActions as useDocumentActions, useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

import type { Candidate } from '../../publishing/several';
import { EntryLink } from '../entry-link';
import { wordsOf } from '../use-attempt';

const ARTICLE = 'api::article.article';

interface Props {
  documentIds: string[];
  onClose: () => void;
  onPublished: (documentIds: string[]) => void;
}

const counted = (count: number) => `${count} ${count === 1 ? 'article' : 'articles'}`;

function verdictOf({ isPublished, problems }: Candidate): string {
  if (isPublished) return 'Is published as it stands.';
  return problems.length === 0 ? 'Can be published.' : 'Cannot be published yet:';
}

function summaryOf(ready: number, blocked: number): string {
  if (ready === 0) return 'None of these can be published now.';
  if (blocked === 0) return ready === 1 ? 'Nothing stands in the way.' : 'Nothing stands in the way of any of them.';
  return `${counted(ready)} can be published. ${counted(blocked)} will stay as ${blocked === 1 ? 'it is' : 'they are'}.`;
}

function Judged({ candidates }: { candidates: Candidate[] }) {
  return (
    <ul>
      {candidates.map((candidate) => (
        <Box
          key={candidate.documentId}
          tag="li"
          paddingTop={3}
          paddingBottom={3}
          borderColor="neutral150"
          borderWidth="1px 0 0"
          borderStyle="solid"
        >
          <EntryLink to={`/content-manager/collection-types/${ARTICLE}/${candidate.documentId}`}>{candidate.title}</EntryLink>
          <Typography tag="p" variant="pi" textColor={candidate.problems.length > 0 ? 'danger700' : 'neutral600'}>
            {verdictOf(candidate)}
          </Typography>
          {candidate.problems.length > 0 && (
            <Box tag="ul" paddingLeft={4} style={{ listStyle: 'disc' }}>
              {candidate.problems.map(({ path, message }) => (
                <li key={`${path.join('.')} ${message}`}>
                  <Typography variant="pi" textColor="neutral800">
                    {message}
                  </Typography>
                </li>
              ))}
            </Box>
          )}
        </Box>
      ))}
    </ul>
  );
}

/** Says of each chosen article what stands against it, and publishes those that can be. */
export function PublishSeveral({ documentIds, onClose, onPublished }: Props) {
  const { post } = useFetchClient();
  const { publishMany, isLoading } = useDocumentActions();
  const [candidates, setCandidates] = useState<Candidate[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const asked = documentIds.join(' ');
  useEffect(() => {
    let isCurrent = true;
    post<{ candidates: Candidate[] }>('/publish-candidates', { documentIds: asked.split(' ') }).then(
      ({ data }) => {
        if (isCurrent) setCandidates(data.candidates);
      },
      (error: unknown) => {
        if (isCurrent) setFailure(wordsOf(error));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [post, asked]);

  const open = candidates?.filter(({ isPublished }) => !isPublished) ?? [];
  const ready = open.filter(({ problems }) => problems.length === 0).map(({ documentId }) => documentId);
  const publish = async () => {
    const answer = await publishMany({ model: ARTICLE, documentIds: ready });
    if ('error' in answer) return;
    onPublished(ready);
    onClose();
  };
  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={3} data-testid="publish-several">
          <Typography tag="p" role="status" fontWeight="bold" textColor={failure === null ? 'neutral800' : 'danger700'}>
            {failure ?? (candidates === null ? 'Reading the articles …' : summaryOf(ready.length, open.length - ready.length))}
          </Typography>
          {candidates !== null && <Judged candidates={candidates} />}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button type="button" variant="tertiary" onClick={onClose}>
          Cancel
        </Button>
        <Button type="button" disabled={ready.length === 0} loading={isLoading} onClick={() => void publish()}>
          {ready.length === 0 ? 'Publish' : `Publish ${counted(ready.length)}`}
        </Button>
      </Modal.Footer>
    </>
  );
}
