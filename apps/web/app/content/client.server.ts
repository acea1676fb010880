import { type TadaDocumentNode } from '@clinic/types';
import { Kind, type DocumentNode } from 'graphql';
import { ClientError, GraphQLClient } from 'graphql-request';

import { boundedFetch } from './bounded-fetch.server.ts';
import { ContentError } from './content-error.ts';

import { env } from '#app/config/env.server.ts';

const bounds = { timeoutMs: 4_000, maxBytes: 2 * 1024 * 1024 };

const client = new GraphQLClient(`${env.cmsUrl}/graphql`, {
  headers: env.siteToken === undefined ? {} : { authorization: `Bearer ${env.siteToken}` },
  fetch: (input, init) => boundedFetch(input instanceof Request ? input.url : input, init ?? {}, bounds),
});

/**
 * Asks the CMS one question of the public contract.
 * @throws {ContentError} and nothing else; an answer with any error in it counts as none
 */
export async function ask<Result, Variables extends Record<string, unknown>>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const operation = operationName(document);
  try {
    const result = await client.request<Result | null | undefined>(document, variables);
    if (result === null || result === undefined) throw new ContentError(operation, 'rejected', 'the answer holds no data');
    return result;
  } catch (error) {
    if (error instanceof ContentError) throw error;
    const refused = error instanceof ClientError && error.response.status < 500;
    throw new ContentError(operation, refused ? 'rejected' : 'unreachable', error);
  }
}

/** Reads part of an answer with one of the contract's parsers; what does not fit counts as rejected. */
export function parsed<T>(operation: string, parse: (value: unknown) => T, value: unknown): T {
  try {
    return parse(value);
  } catch (error) {
    throw new ContentError(operation, 'rejected', error);
  }
}

const PART = 100;

/** Collects a list that the CMS gives out in parts of at most 100, in its order. */
export async function askForAll<T>(part: (pagination: { start: number; limit: number }) => Promise<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const next = await part({ start: all.length, limit: PART });
    all.push(...next);
    if (next.length < PART) return all;
  }
}

function operationName(document: DocumentNode): string {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operation?.name?.value ?? 'unnamed';
}
