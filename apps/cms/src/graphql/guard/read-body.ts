import type { IncomingMessage } from 'node:http';

import { Refusal } from './refusal';

/** The fields of a GraphQL request that anything is done with. */
export interface GraphQLBody {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | null;
}

function tooLarge(limit: number, asked: number): Refusal {
  return new Refusal(413, 'BODY_TOO_LARGE', `The body has at most ${limit} bytes; this one has ${asked} or more.`, {
    limit,
    asked,
  });
}

/** Reads a request's body, and no more of it than allowed. */
function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > limit) return Promise.reject(tooLarge(limit, declared));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else reject(tooLarge(limit, size));
    });
    request.once('end', () => {
      resolve(Buffer.concat(chunks));
    });
    const broken = () => {
      // Every request is closed in the end, and making an error takes longer than reading a small body.
      if (!request.complete) reject(new Refusal(400, 'BODY_INCOMPLETE', 'The connection ended before the body did.'));
    };
    request.once('error', broken);
    request.once('close', broken);
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads the text of a GraphQL request's body, before anything else has touched it.
 * @throws {Refusal} if it is too large or no text
 */
export async function readText(request: IncomingMessage, limit: number): Promise<string> {
  const bytes = await readBytes(request, limit);
  try {
    return utf8.decode(bytes);
  } catch {
    throw notJson();
  }
}

const notJson = () => new Refusal(400, 'INVALID_JSON', 'The body is not JSON in UTF-8.');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson();
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What a body says, as far as it concerns us; what else it carries is dropped here.
 * @throws {Refusal} if it is not JSON or no GraphQL request
 */
export function toGraphQLBody(text: string): GraphQLBody {
  const json = parseJson(text);
  if (Array.isArray(json)) throw new Refusal(400, 'BATCH_NOT_SUPPORTED', 'Send one operation in each request.');
  if (!isObject(json)) throw new Refusal(400, 'INVALID_BODY', 'The body must be a JSON object with a query.');
  const { query, variables, operationName, extensions } = json;
  if (query === undefined && isObject(extensions) && extensions['persistedQuery'] !== undefined) {
    // Clients that try this first know the message and go on with the whole query.
    throw new Refusal(400, 'PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported');
  }
  if (typeof query !== 'string' || query.trim() === '') {
    throw new Refusal(400, 'INVALID_BODY', 'The body must have a query: the text of a GraphQL document.');
  }
  if (variables !== undefined && variables !== null && !isObject(variables)) {
    throw new Refusal(400, 'INVALID_BODY', 'The variables must be a JSON object.');
  }
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw new Refusal(400, 'INVALID_BODY', 'The operationName must be a text.');
  }
  return { query, variables: variables ?? {}, operationName: operationName ?? null };
}
