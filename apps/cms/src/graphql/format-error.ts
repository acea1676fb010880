import { errors } from '@strapi/utils';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/**
 * What the outside may know of an error: refusals of the request as they are, anything else as a bare "Internal server error",
 * since messages of the database or of a library can carry SQL, paths and data. The full error goes to the log.
 */
export function formatPublicError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original: unknown = error instanceof GraphQLError ? error.originalError : error;
  const { locations, path } = formatted;
  const at = { ...(locations && { locations }), ...(path && { path }) };
  if (original instanceof errors.ValidationError) {
    return { message: (original as Error).message, ...at, extensions: { code: 'BAD_USER_INPUT' } };
  }
  const isRequestError = original === undefined || original === null || original instanceof GraphQLError;
  if (isRequestError && formatted.extensions?.['code'] !== 'INTERNAL_SERVER_ERROR') {
    return { message: formatted.message, ...at, extensions: { code: formatted.extensions?.['code'] ?? 'BAD_REQUEST' } };
  }
  strapi.log.error(original instanceof Error ? (original.stack ?? original.message) : formatted.message);
  return { message: 'Internal server error', ...at, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}
