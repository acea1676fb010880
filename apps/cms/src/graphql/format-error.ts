import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/**
 * What the outside may know of an error: refusals of the request as they are, anything else as a bare "Internal server error",
 * since messages of the database or of a library can carry SQL, paths and data. The full error goes to the log.
 */
export function formatPublicError(error: GraphQLError): GraphQLFormattedError {
  const { originalError, path } = error;
  const at = path ? { path } : {};
  if (originalError === undefined || originalError instanceof GraphQLError) {
    // Only what is wrong with the question has no error behind it, except an answer that does not fit the schema.
    const code = error.extensions['code'] ?? (path ? undefined : 'BAD_USER_INPUT');
    if (code !== undefined) return { message: error.message, ...at, extensions: { code } };
  }
  strapi.log.error((originalError ?? error).stack ?? error.message);
  return { message: 'Internal server error', ...at, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}
