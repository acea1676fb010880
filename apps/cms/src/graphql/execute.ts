import { execute, type DocumentNode, type ExecutionResult } from 'graphql';

import { tagsNoted } from './answers/tags';
import { formatPublicError } from './format-error';
import { publicSchema } from './schema';
import { toJson } from './written-json';

/** An answer as it is sent. */
export interface Executed {
  status: number;
  text: string;
  /** Whether nothing is missing from it, so that it may be given again to the next who asks. */
  isWhole: boolean;
  /** What was read for it, as the value of a `Surrogate-Key` header. */
  tags: string;
}

/**
 * Answers documents that the guard has found acceptable. Nothing of GraphQL over HTTP beyond this is needed: what can be wrong with a
 * request the guard has said already.
 */
export function executing(): (document: DocumentNode, variables: Record<string, unknown>) => Executed | Promise<Executed> {
  const schema = publicSchema();
  return (document, variableValues) => {
    const result = execute({ schema, document, variableValues, contextValue: {} });
    return result instanceof Promise ? result.then(written) : written(result);
  };
}

function written({ data, errors }: ExecutionResult): Executed {
  if (!errors) return { status: 200, text: toJson({ data }), isWhole: true, tags: tagsNoted() };
  const formatted = errors.map(formatPublicError);
  return { status: statusOf(data, errors), text: toJson({ errors: formatted, data }), isWhole: false, tags: '' };
}

/** An error may name its status; one found before anything was answered is a bad request. */
function statusOf(data: unknown, errors: NonNullable<ExecutionResult['errors']>): number {
  for (const { extensions } of errors) {
    const { status } = (extensions.http ?? {}) as { status?: number };
    if (status !== undefined) return status;
  }
  return data === undefined ? 400 : 200;
}
