import { Kind, type ConstValueNode, type OperationDefinitionNode, type ValueNode } from 'graphql';

import type { Limits } from './limits';
import { Refusal, tooMuch } from './refusal';

/** What the variables of an operation stand for: the value given, or the default that the operation declares. */
export type Variables = (name: string) => unknown;

/** @param given the request's variables; a variable given as null is null, only one not given has its default */
export function variablesOf(operation: OperationDefinitionNode, given: Record<string, unknown>): Variables {
  const defaults = new Map<string, ConstValueNode>();
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue) defaults.set(variable.name.value, defaultValue);
  }
  return (name) => {
    if (Object.hasOwn(given, name)) return given[name];
    const node = defaults.get(name);
    return node && toValue(node, () => undefined);
  };
}

/** A value of a document as plain data, its variables filled in. */
export function toValue(node: ValueNode, variables: Variables): unknown {
  switch (node.kind) {
    case Kind.VARIABLE:
      return variables(node.name.value);
    case Kind.NULL:
      return null;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.LIST:
      return node.values.map((value) => toValue(value, variables));
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, toValue(value, variables)]));
    case Kind.STRING:
    case Kind.BOOLEAN:
    case Kind.ENUM:
      return node.value;
  }
}

/**
 * Counts the single values in a value.
 * @throws {Refusal} if it is nested too deep, or a text in it is too long or cannot be stored in every database
 */
export function countValues(value: unknown, limits: Limits, depth = 0): number {
  if (typeof value === 'string') {
    if (value.length > limits.textLength) throw tooMuch('TEXT_TOO_LONG', 'Characters in a text', limits.textLength, value.length);
    if (value.includes('\u0000')) throw new Refusal(400, 'INVALID_TEXT', 'A text holds a character that no text has (U+0000).');
  }
  if (typeof value !== 'object' || value === null) return 1;
  if (depth === limits.valueDepth) {
    throw tooMuch('ARGUMENT_TOO_DEEP', 'Levels of an argument', limits.valueDepth, limits.valueDepth + 1);
  }
  let count = 0;
  for (const inner of Object.values(value)) count += countValues(inner, limits, depth + 1);
  return Math.max(1, count);
}
