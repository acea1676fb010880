import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { buildSchema, type GraphQLSchema } from 'graphql';

import { packageRoot } from '#app/config/root.server.ts';

/** What other apps can ask the CMS, as the contract has it: its schema and the documented queries as GraphQL text. */
export interface Contract {
  queries: string;
  schema: GraphQLSchema;
}

const { resolve } = createRequire(path.join(packageRoot, 'package.json'));

/** Read, not imported: Vite knows how to import a text, Node does not, and both load this. */
const textOf = (name: string) => readFileSync(resolve(`@clinic/types/${name}.graphql`), 'utf8');

let contract: Contract | undefined;

export function getContract(): Contract {
  contract ??= { queries: textOf('queries'), schema: buildSchema(textOf('schema')) };
  return contract;
}
