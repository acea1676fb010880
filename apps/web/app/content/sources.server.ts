import { graphql, type FragmentOf } from '@clinic/types';

import { ask } from './client.server.ts';
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

/** A study, book or official document that articles cite. */
export type Source = FragmentOf<typeof sourceFragment>;

/** The work with a citation key, or null. */
export async function findSource(citationKey: string): Promise<Source | null> {
  return (await ask(sourceByKeyQuery, { citationKey })).sourceByKey;
}
