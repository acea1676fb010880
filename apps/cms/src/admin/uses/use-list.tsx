import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { Use } from '../../uses/describe';

const List = styled.ul`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[3]};
  width: 100%;
`;

const Page = styled(Link)`
  color: ${({ theme }) => theme.colors.primary700};
  font-size: 1.4rem;
  font-weight: 600;
  line-height: 1.4;
  overflow-wrap: anywhere;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

const stateWords: Record<Use['state'], string | null> = {
  published: null,
  draft: 'Draft',
  leaving: 'Not in the draft any more',
};

function addressOf({ uid, documentId }: Use): string {
  return uid === 'api::clinic.clinic'
    ? `/content-manager/single-types/${uid}`
    : `/content-manager/collection-types/${uid}/${documentId}`;
}

/** The pages that use something, each with the places in it. */
export function UseList({ uses }: { uses: Use[] }) {
  return (
    <List>
      {uses.map((use) => {
        const state = stateWords[use.state];
        return (
          <Box tag="li" key={`${use.uid} ${use.documentId}`}>
            <Flex gap={2} alignItems="baseline" wrap="wrap">
              <Page to={addressOf(use)}>{use.name}</Page>
              {state !== null && <Badge>{state}</Badge>}
            </Flex>
            <Typography variant="pi" textColor="neutral600" tag="p">
              {use.places.join(' · ')}
            </Typography>
          </Box>
        );
      })}
    </List>
  );
}
