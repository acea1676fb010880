import { Box, Button, Flex, SearchForm, Searchbar, Typography } from '@strapi/design-system';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { styled } from 'styled-components';

import type { Uses } from '../../uses/describe';
import { UseList } from '../uses/use-list';

interface File extends Uses {
  documentId: string;
  name: string;
  size: number;
  picture: string | null;
}

interface Answer {
  files: File[];
  pages: number;
  total: number;
}

const Files = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 36rem), 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
`;

const Picture = styled.img`
  flex: none;
  width: 9.6rem;
  height: 7.2rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral150};
  object-fit: cover;
`;

function OneFile({ name, size, picture, uses }: File) {
  return (
    <Box tag="li" background="neutral0" hasRadius shadow="tableShadow" padding={4}>
      <Flex gap={4} alignItems="flex-start">
        {picture !== null && <Picture src={picture} alt="" loading="lazy" />}
        <Flex direction="column" alignItems="stretch" gap={2} flex="1" minWidth={0}>
          <Typography tag="h2" variant="delta" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {size < 1_000 ? `${Math.round(size)} kB` : `${(size / 1_000).toFixed(1)} MB`}
          </Typography>
          {uses.length === 0 ? <Typography textColor="neutral700">No page uses it.</Typography> : <UseList uses={uses} />}
        </Flex>
      </Flex>
    </Box>
  );
}

/** Every file of the media library with the pages that show it or lead to it. */
export default function FilesInUse() {
  const { get } = useFetchClient();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState({ name: '', page: 1 });
  const [answer, setAnswer] = useState<Answer | 'failed' | null>(null);
  useEffect(() => {
    let isCurrent = true;
    get<Answer>(`/files-in-use?page=${asked.page}&name=${encodeURIComponent(asked.name)}`).then(
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
  }, [get, asked]);
  const turnTo = (page: number) => {
    setAsked({ ...asked, page });
    window.scrollTo({ top: 0 });
  };

  if (answer === 'failed') return <Page.Error />;
  if (answer === null) return <Page.Loading />;
  const { files, pages, total } = answer;
  return (
    <Page.Main>
      <Page.Title>Files in use</Page.Title>
      <Layouts.Header
        title="Files in use"
        subtitle={`${total} ${total === 1 ? 'file' : 'files'}, each with the pages that show it or lead to it`}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5} data-testid="files-in-use">
          <Box maxWidth="40rem">
            <SearchForm
              onSubmit={(event) => {
                event.preventDefault();
                setAsked({ name: typed.trim(), page: 1 });
              }}
            >
              <Searchbar
                name="name"
                value={typed}
                placeholder="A file’s name"
                clearLabel="Empty the search"
                onChange={({ target }) => {
                  setTyped(target.value);
                }}
                onClear={() => {
                  setTyped('');
                  setAsked({ name: '', page: 1 });
                }}
              >
                Search files
              </Searchbar>
            </SearchForm>
          </Box>
          {files.length === 0 ? (
            <Typography role="status">No file has this name.</Typography>
          ) : (
            <Files>
              {files.map((file) => (
                <OneFile key={file.documentId} {...file} />
              ))}
            </Files>
          )}
          {pages > 1 && (
            <Flex tag="nav" aria-label="Pages" gap={3}>
              <Button
                variant="tertiary"
                disabled={asked.page === 1}
                onClick={() => {
                  turnTo(asked.page - 1);
                }}
              >
                Newer
              </Button>
              <Typography>
                Page {asked.page} of {pages}
              </Typography>
              <Button
                variant="tertiary"
                disabled={asked.page === pages}
                onClick={() => {
                  turnTo(asked.page + 1);
                }}
              >
                Older
              </Button>
            </Flex>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
