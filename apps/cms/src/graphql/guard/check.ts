import type { GraphQLSchema } from 'graphql';

import { costFunction, type Cost } from './cost';
import { readDocument, rootFields, type Question } from './document';
import { introspectionLimits, limits } from './limits';
import type { GraphQLBody } from './read-body';
import { Refusal, tooMuch } from './refusal';
import { checkShape, shapeOf } from './shape';

/** A question that may be asked, and what it takes to answer. */
export interface Checked extends Cost {
  /** About the schema, not about content. */
  isIntrospection: boolean;
}

interface Known {
  question: Question;
  isIntrospection: boolean;
}

/** Documents that were found acceptable, so that the next request with the same text need not be read again. */
const MOST_KNOWN = 100;

/**
 * Judges a GraphQL request by its text and variables alone, in time that grows no faster than its bytes.
 * @throws {Refusal} naming the first limit that it passes
 */
export function guardFor(schema: GraphQLSchema): (body: GraphQLBody) => Checked {
  const costOf = costFunction(schema);
  const known = new Map<string, Known>();

  const read = (query: string): Known => {
    const before = known.get(query);
    if (before) return before;
    const question = readDocument(query, limits);
    const shape = shapeOf(question);
    const isIntrospection = asksAboutSchema(question);
    checkShape(shape, isIntrospection ? introspectionLimits : limits);
    return { question, isIntrospection };
  };

  const remember = (query: string, document: Known): void => {
    known.delete(query);
    known.set(query, document);
    if (known.size > MOST_KNOWN) {
      const [oldest] = known.keys();
      if (oldest !== undefined) known.delete(oldest);
    }
  };

  return ({ query, variables, operationName }) => {
    const document = read(query);
    const { question, isIntrospection } = document;
    const name = question.operation.name?.value;
    if (operationName !== null && operationName !== name) {
      throw new Refusal(400, 'OPERATION_UNKNOWN', 'The document has no operation of the name given as operationName.');
    }
    const allowed = isIntrospection ? introspectionLimits : limits;
    const { units, values } = costOf(question, variables, allowed);
    if (values > allowed.values) throw tooMuch('TOO_MANY_VALUES', 'Values in arguments and variables', allowed.values, values);
    if (units > allowed.cost) throw tooMuch('TOO_COSTLY', 'Cost, in objects of the answer', allowed.cost, units);
    remember(query, document);
    return { units, values, isIntrospection };
  };
}

const ABOUT_SCHEMA = new Set(['__schema', '__type']);

function asksAboutSchema(question: Question): boolean {
  const names = [...rootFields(question)].filter((name) => name !== '__typename');
  const about = names.filter((name) => ABOUT_SCHEMA.has(name));
  if (about.length > 0 && about.length < names.length) {
    throw new Refusal(400, 'MIXED_INTROSPECTION', 'Ask about the schema and about content in separate requests.');
  }
  return about.length > 0;
}
