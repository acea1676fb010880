import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';
import { memo } from 'react';
import { styled } from 'styled-components';

import type { Finding } from '../../editorial/rules/problem';

import { jumpTo } from './jump';
import { useFindings, type Judgement } from './use-findings';

const List = styled.ul`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[1]};
  width: 100%;
`;

const Jump = styled.button`
  display: flex;
  gap: ${({ theme }) => theme.spaces[2]};
  width: 100%;
  padding: ${({ theme }) => theme.spaces[2]};
  border: 0;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: transparent;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
  line-height: 1.45;
  text-align: left;
  cursor: pointer;
  overflow-wrap: anywhere;

  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }

  svg {
    flex: none;
    width: 1.6rem;
    height: 1.6rem;
    margin-top: 0.15rem;
  }
`;

const Details = styled.details`
  width: 100%;

  summary {
    padding: ${({ theme }) => theme.spaces[1]} 0;
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: 1.3rem;
    font-weight: 600;
    cursor: pointer;
  }

  summary:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

const Grade = styled(Jump)`
  justify-content: space-between;
  padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[2]}`};

  strong {
    flex: none;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
`;

function Findings({ findings }: { findings: Finding[] }) {
  return (
    <List>
      {findings.map((finding) => (
        <li key={`${finding.path.join('.')} ${finding.message}`}>
          <Jump
            type="button"
            onClick={() => {
              void jumpTo(finding.path);
            }}
          >
            {finding.severity === 'blocking' ? (
              <WarningCircle fill="danger600" aria-hidden />
            ) : (
              <Information fill="neutral500" aria-hidden />
            )}
            <span>{finding.message}</span>
          </Jump>
        </li>
      ))}
    </List>
  );
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const isSame = (before: Judgement, now: Judgement) => JSON.stringify(before) === JSON.stringify(now);

/** Most keystrokes change nothing in the judgement; then nothing is drawn anew. */
const Judged = memo(function Judged({ findings, grades }: Judgement) {
  const blocking = findings.filter(({ severity }) => severity === 'blocking');
  const advice = findings.filter(({ severity }) => severity === 'advice');
  return (
    <>
      <Flex gap={2} alignItems="center" role="status">
        {blocking.length === 0 ? <CheckCircle fill="success600" aria-hidden /> : <WarningCircle fill="danger600" aria-hidden />}
        <Typography fontWeight="bold" textColor={blocking.length === 0 ? 'success700' : 'danger700'}>
          {blocking.length === 0 ? 'Nothing stands in the way.' : counted(blocking.length, 'thing to fix', 'things to fix')}
        </Typography>
      </Flex>
      {blocking.length > 0 && <Findings findings={blocking} />}
      {advice.length > 0 && (
        <Details open={blocking.length === 0}>
          <summary>{counted(advice.length, 'thing that could be better', 'things that could be better')}</summary>
          <Findings findings={advice} />
        </Details>
      )}
      {grades.length > 0 && (
        <Details>
          <summary>Reading grade by section</summary>
          <List>
            {grades.map(({ heading, path, grade }, i) => (
              <li key={`${path.join('.')} ${i}`}>
                <Grade
                  type="button"
                  onClick={() => {
                    void jumpTo(path);
                  }}
                >
                  <span>{heading ?? 'Opening'}</span>
                  <strong>grade {grade}</strong>
                </Grade>
              </li>
            ))}
          </List>
          <Box paddingTop={1}>
            <Typography variant="pi" textColor="neutral600">
              The school grade (US) at which a text is understood. Aim for 9 or lower.
            </Typography>
          </Box>
        </Details>
      )}
    </>
  );
}, isSame);

/** The panel's content: what keeps the article in the form from being published, and what would make it better. */
export function ReadyToPublish({ documentId, version }: { documentId: string | null; version: string }) {
  const judgement = useFindings(documentId, version);
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%" data-testid="ready-to-publish">
      {judgement ? <Judged {...judgement} /> : <Typography textColor="neutral600">Reading the article …</Typography>}
    </Flex>
  );
}
