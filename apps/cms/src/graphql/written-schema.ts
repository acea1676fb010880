import { readFileSync } from 'node:fs';

import { buildSchema, type GraphQLSchema } from 'graphql';

/** The text of the public contract. */
export function writtenSchemaText(): string {
  return readFileSync(require.resolve('@clinic/types/schema.graphql'), 'utf8');
}

let written: GraphQLSchema | undefined;

/** The public contract as it is written, without anything that could answer. */
export function writtenSchema(): GraphQLSchema {
  written ??= buildSchema(writtenSchemaText());
  return written;
}
