import queries from '@clinic/types/queries.graphql?raw';
import sdl from '@clinic/types/schema.graphql?raw';
import { buildSchema, type GraphQLSchema } from 'graphql';

/** What other apps can ask the CMS, as the contract has it: its schema and the documented queries as GraphQL text. */
export interface Contract {
  queries: string;
  schema: GraphQLSchema;
}

let contract: Contract | undefined;

export function getContract(): Contract {
  contract ??= { queries, schema: buildSchema(sdl) };
  return contract;
}
