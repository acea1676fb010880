import { type TadaDocumentNode } from '@clinic/types';
import { getBatchingExecutor } from '@graphql-tools/batch-execute';
import { Kind, print, type DocumentNode, type ExecutionResult, type GraphQLError } from 'graphql';
import { ClientError, GraphQLClient } from 'graphql-request';

import { AnswerError, readAnswer } from './answer.server.ts';
import { boundedFetch } from './bounded-fetch.server.ts';
import { ContentError } from './content-error.ts';
import { getContract } from './contract.server.ts';
import { collectHoldings, currentPage, noteFailure, noteHoldings, type Holdings } from './dependencies.server.ts';
import { steadily } from './steady.server.ts';

import { env } from '#app/config/env.server.ts';

const bounds = { timeoutMs: 4_000, maxBytes: 2 * 1024 * 1024 };

const client = new GraphQLClient(`${env.cmsUrl}/graphql`, {
  headers: env.siteToken === undefined ? {} : { authorization: `Bearer ${env.siteToken}` },
  fetch: (input, init) => boundedFetch(input instanceof Request ? input.url : input, init ?? {}, bounds),
  // Of several questions in one request, those that were answered are.
  errorPolicy: 'all',
});

interface Question {
  document: DocumentNode;
  variables: Record<string, unknown>;
}

async function send({ document, variables }: Question): Promise<ExecutionResult> {
  const { data, errors } = await client.rawRequest<Record<string, unknown>>(print(document), variables);
  return { data, ...(errors && { errors }) };
}

/** So few that together they stay below what the CMS takes at once, whatever they are. */
const together = { maxBatchSize: 4 };

/** What one page asks at the same time goes to the CMS as one request, and comes back as if it had been several. */
async function execute(question: Question): Promise<ExecutionResult> {
  const page = currentPage();
  return page ? ((await getBatchingExecutor(page, send as never, together)(question)) as ExecutionResult) : send(question);
}

/**
 * Asks the CMS one question of the public contract, and notes what the answer holds for the page that is being made.
 * @throws {ContentError} and nothing else; an answer with any error in it, or one that breaks the contract, counts as none
 */
export async function ask<Result, Variables extends Record<string, unknown>>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const operation = operationName(document);
  try {
    const { data, holdings } = await steadily(operation, variables, () => askOnce(operation, document, variables));
    noteHoldings(holdings);
    return data;
  } catch (error) {
    noteFailure();
    throw error;
  }
}

async function askOnce<Result, Variables extends Record<string, unknown>>(
  operation: string,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<{ data: Result; holdings: Holdings }> {
  try {
    const { data, errors } = await execute({ document, variables });
    if (errors) throw new ContentError(operation, 'rejected', withoutQuestion(200, errors));
    const { holdings, visitor } = collectHoldings(Date.now(), variables);
    readAnswer(getContract().schema, document, data, visitor);
    return { data: data as Result, holdings };
  } catch (error) {
    if (error instanceof ContentError) throw error;
    if (error instanceof AnswerError) throw new ContentError(operation, 'rejected', error, true);
    if (!(error instanceof ClientError)) throw new ContentError(operation, 'unreachable', error, true);
    const { status, errors } = error.response;
    // A site that the CMS does not let in is no matter of one question.
    throw new ContentError(operation, status < 500 ? 'rejected' : 'unreachable', withoutQuestion(status, errors), status >= 401);
  }
}

/** What the CMS said of a question, without the question: its variables hold what visitors look for, and errors are logged. */
function withoutQuestion(status: number, errors: readonly GraphQLError[] = []): string {
  const codes = errors.map(({ extensions }) => (extensions as Record<string, unknown> | undefined)?.['code']);
  return [`status ${status}`, ...new Set(codes.filter((code) => typeof code === 'string'))].join(', ');
}

/** Reads part of an answer with one of the contract's parsers; what does not fit counts as rejected. */
export function parsed<T>(operation: string, parse: (value: unknown) => T, value: unknown): T {
  try {
    return parse(value);
  } catch (error) {
    noteFailure();
    throw new ContentError(operation, 'rejected', error);
  }
}

const PART = 100;

/** Collects a list that the CMS gives out in parts of at most 100, in its order: all of it, or as much as is wanted from some place on. */
export async function askForAll<T>(
  part: (pagination: { start: number; limit: number }) => Promise<T[]>,
  { from = 0, most = Infinity }: { from?: number; most?: number } = {},
): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const limit = Math.min(PART, most - all.length);
    if (limit <= 0) return all;
    const next = await part({ start: from + all.length, limit });
    all.push(...next);
    if (next.length < limit) return all;
  }
}

function operationName(document: DocumentNode): string {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operation?.name?.value ?? 'unnamed';
}
