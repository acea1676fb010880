import { makeExecutableSchema } from '@graphql-tools/schema';
import { isScalarType, type GraphQLSchema } from 'graphql';

import { resolvers } from './resolvers';
import { writtenSchema, writtenSchemaText } from './written-schema';

/** The public contract as an executable schema: exactly what `packages/types/schema.graphql` says, nothing else. */
export function publicSchema(): GraphQLSchema {
  const schema = makeExecutableSchema({
    typeDefs: writtenSchemaText(),
    resolvers,
    inheritResolversFromInterfaces: false,
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
  describeScalars(schema, writtenSchema());
  return schema;
}

/** A scalar with code behind it takes the place of the written one; what was written about it must not be lost. */
function describeScalars(schema: GraphQLSchema, written: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isScalarType(type)) type.description = written.getType(type.name)?.description;
  }
}
