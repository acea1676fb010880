import { makeExecutableSchema } from '@graphql-tools/schema';
import { execute, parse, validate, type ExecutionResult, type GraphQLSchema } from 'graphql';

import { resolvers } from '../graphql/resolvers';
import { writtenSchemaText } from '../graphql/written-schema';

import { previewedArticle, previewedClinic } from './draft';
import type { Grant } from './grant';

interface PreviewContext {
  grant: Grant;
}

const publicResolvers = resolvers as Record<string, object>;
let schema: GraphQLSchema | undefined;

/**
 * The public contract once more, in which the one document of a grant stands in the place of its published version: the site asks for a
 * preview as it asks for the page, and shows it with the same components. It is never served to the public.
 */
function previewSchema(): GraphQLSchema {
  schema ??= makeExecutableSchema({
    typeDefs: writtenSchemaText(),
    resolvers: {
      ...publicResolvers,
      Query: {
        ...publicResolvers['Query'],
        article: (_: unknown, { documentId }: { documentId: string }, { grant }: PreviewContext) =>
          grant.type === 'article' && grant.documentId === documentId ? previewedArticle(grant) : null,
        clinic: (_: unknown, _args: unknown, { grant }: PreviewContext) =>
          grant.type === 'clinic' ? previewedClinic(grant) : null,
      },
    },
    inheritResolversFromInterfaces: false,
  });
  return schema;
}

/** Answers a question of the site about the document of a grant. */
export async function askPreview(grant: Grant, query: string, variables: Record<string, unknown>): Promise<ExecutionResult> {
  const document = parse(query, { maxTokens: 2_000, noLocation: true });
  const errors = validate(previewSchema(), document);
  if (errors.length > 0) return { errors };
  return execute({
    schema: previewSchema(),
    document,
    // The site does not look into a token: which document it is for is said here.
    variableValues: { ...variables, documentId: grant.documentId },
    contextValue: { grant },
  });
}
