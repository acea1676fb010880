import { graphql, type ResultOf } from '@clinic/types';

import { ask, askForAll } from './client.server.ts';

const glossaryQuery = graphql(`
  query Glossary($pagination: PaginationArg) {
    glossaryTerms(pagination: $pagination) {
      slug
      term
      alsoKnownAs
      definition
    }
  }
`);

export type GlossaryTerm = ResultOf<typeof glossaryQuery>['glossaryTerms'][number];

/** The whole glossary, by term. */
export function listGlossaryTerms(): Promise<GlossaryTerm[]> {
  return askForAll(async (pagination) => (await ask(glossaryQuery, { pagination })).glossaryTerms);
}
