import queries from '@clinic/types/queries.graphql?raw';
import sdl from '@clinic/types/schema.graphql?raw';
import { buildSchema } from 'graphql';

import { toQueries, toReference, type QueryView, type TypeView } from '#app/models/schema-reference.ts';

let contract: { queries: QueryView[]; types: TypeView[] } | undefined;

/** What other apps can ask the CMS, in the words of the contract itself. */
export function getContract(): { queries: QueryView[]; types: TypeView[] } {
  contract ??= { queries: toQueries(queries), types: toReference(buildSchema(sdl)) };
  return contract;
}
