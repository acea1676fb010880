import { readFileSync } from 'node:fs';

import { makeExecutableSchema } from '@graphql-tools/schema';
import type { Core } from '@strapi/strapi';
import type { GraphQLSchema } from 'graphql';

import { resolvers } from './resolvers';

/** The public contract as an executable schema: exactly what `packages/types/schema.graphql` says, nothing else. */
export function publicSchema(): GraphQLSchema {
  const typeDefs = readFileSync(require.resolve('@clinic/types/schema.graphql'), 'utf8');
  return makeExecutableSchema({
    typeDefs,
    resolvers,
    inheritResolversFromInterfaces: false,
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
}

/**
 * Makes Strapi's GraphQL plugin serve the written contract. The plugin would merge it into a Nexus schema of its own, with stray fields
 * and an asynchronous wrapper around every field; handing it the finished schema leaves nothing to take away again.
 */
export function servePublicSchema(strapi: Core.Strapi): void {
  const contentApi: { buildSchema: () => GraphQLSchema } = strapi.plugin('graphql').service('content-api');
  contentApi.buildSchema = publicSchema;
}
