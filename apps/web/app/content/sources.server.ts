import { graphql, type FragmentOf } from '@clinic/types';

import { ask, askForAll } from './client.server.ts';
import { sourceFragment } from './fragments.server.ts';

const sourceByKeyQuery = graphql(
  `
    query SourceByKey($citationKey: String!) {
      sourceByKey(citationKey: $citationKey) {
        ...SourceDetails
      }
    }
  `,
  [sourceFragment],
);

const sourceKeysQuery = graphql(`
  query SourceKeys($pagination: PaginationArg) {
    sources(pagination: $pagination) {
      citationKey
    }
  }
`);

/** A study, book or official document that articles cite. */
export type Source = FragmentOf<typeof sourceFragment>;

/** The work with a citation key, or null. */
export async function findSource(citationKey: string): Promise<Source | null> {
  return (await ask(sourceByKeyQuery, { citationKey })).sourceByKey;
}

/** The citation key of every work that published articles rest on. */
export async function listSourceKeys(): Promise<string[]> {
  const sources = await askForAll(async (pagination) => (await ask(sourceKeysQuery, { pagination })).sources);
  return sources.map(({ citationKey }) => citationKey);
}
