import { initGraphQLTada } from 'gql.tada';

import type { introspection } from './graphql-env.js';
import type { RichText } from './rich-text.js';

/**
 * Tags a GraphQL document and derives the types of its result and variables from the public schema.
 * A field that the schema does not have is a compile error.
 */
export const graphql = initGraphQLTada<{
  introspection: typeof introspection;
  scalars: { DateTime: string; Date: string; RichText: RichText };
  disableMasking: true;
}>();

export type { FragmentOf, ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada';
