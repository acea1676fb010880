import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

import type { Limits } from './limits';
import { Refusal, tooMuch } from './refusal';

/** The one question that a document asks. */
export interface Question {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * Parses a document and finds its one operation.
 * @throws {Refusal} if it is no GraphQL, asks several things, changes anything, or has too many parts
 */
export function readDocument(query: string, limits: Limits): Question {
  const document = parsed(query, limits);
  const operations: OperationDefinitionNode[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    else if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    else
      throw new Refusal(400, 'DEFINITION_NOT_ALLOWED', 'A request holds one operation and its fragments, no type definitions.');
  }
  const [operation] = operations;
  if (!operation || operations.length > 1) {
    throw new Refusal(400, 'ONE_OPERATION_ONLY', `Send exactly one operation in each request; there are ${operations.length}.`, {
      limit: 1,
      asked: operations.length,
    });
  }
  if (operation.operation !== OperationTypeNode.QUERY) {
    throw new Refusal(400, 'QUERIES_ONLY', `Content is read-only here: send a query, not a ${operation.operation}.`);
  }
  if (document.definitions.length > limits.definitions) {
    throw tooMuch('TOO_MANY_FRAGMENTS', 'Fragments', limits.definitions - 1, document.definitions.length - 1);
  }
  return { document, operation, fragments };
}

function parsed(query: string, limits: Limits) {
  try {
    return parse(query, { maxTokens: limits.tokens, noLocation: true });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes('Parsing aborted'))
      // Counting further would only take time.
      throw tooMuch('TOO_MANY_TOKENS', 'Tokens', limits.tokens, limits.tokens + 1);
    throw new Refusal(400, 'GRAPHQL_PARSE_FAILED', error.message);
  }
}

/** The names of the fields at the root of an operation, those in fragments included. Call only when no fragment contains itself. */
export function rootFields({ operation, fragments }: Question): Set<string> {
  const names = new Set<string>();
  const visited = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment) collect(fragment.selectionSet);
      }
    }
  };
  collect(operation.selectionSet);
  return names;
}
