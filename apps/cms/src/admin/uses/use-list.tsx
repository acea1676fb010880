import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { Use } from '../../uses/describe';
import { EntryLink } from '../entry-link';

const List = styled.ul`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[3]};
  width: 100%;
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
              <EntryLink to={addressOf(use)}>{use.name}</EntryLink>
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
