import type { GraphQLBody } from './read-body';
import { Refusal } from './refusal';

const PARAMETERS = new Set(['documentId', 'variables', 'operationName']);

/**
 * Reads an operation from a query string: one of the allow-list, by its identifier. An address can be kept by anybody on the way, so only
 * what is known word for word is asked for by address.
 * @throws {Refusal} for anything else
 */
export function readListedOperation(querystring: string, listed: ReadonlyMap<string, string>, bytes: number): GraphQLBody {
  if (querystring.length > bytes) {
    throw new Refusal(414, 'ADDRESS_TOO_LONG', `The query string has at most ${bytes} bytes.`, {
      limit: bytes,
      asked: querystring.length,
    });
  }
  const search = new URLSearchParams(querystring);
  const id = search.get('documentId');
  if (id === null) {
    throw new Refusal(
      405,
      'METHOD_NOT_ALLOWED',
      'Send GraphQL operations by POST. By GET only listed ones are served, by documentId.',
    );
  }
  if ([...search.keys()].some((name) => !PARAMETERS.has(name)) || search.size !== new Set(search.keys()).size) {
    throw new Refusal(400, 'QUERY_STRING', `Beside documentId only variables and operationName are taken, each once.`);
  }
  const query = listed.get(id);
  if (query === undefined) {
    throw new Refusal(404, 'OPERATION_NOT_LISTED', 'No listed operation has this documentId. Send the operation by POST.');
  }
  return { query, variables: variablesFrom(search.get('variables')), operationName: search.get('operationName') };
}

function variablesFrom(text: string | null): Record<string, unknown> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Told below, as what it is not.
  }
  throw new Refusal(400, 'INVALID_VARIABLES', 'The variables must be a JSON object.');
}
