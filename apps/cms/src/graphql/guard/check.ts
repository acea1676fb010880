import { validate, type DocumentNode, type GraphQLSchema } from 'graphql';

import { costFunction, type Cost } from './cost';
import { readDocument, rootFields, type Question } from './document';
import { introspectionLimits, limits } from './limits';
import type { GraphQLBody } from './read-body';
import { InvalidDocument, Refusal, tooMuch } from './refusal';
import { withoutRepeats } from './repeats';
import { checkShape, shapeOf } from './shape';

/** A question that may be asked, and what it takes to answer. */
export interface Checked extends Cost {
  /** About the schema, not about content. */
  isIntrospection: boolean;
  /** The document, which fits the schema. */
  document: DocumentNode;
}

interface Known {
  question: Question;
  isIntrospection: boolean;
  /** The document, once it was found to fit the schema. */
  document: DocumentNode | null;
}

/** So many texts are remembered that were found acceptable, and as many that were not, so that the same text need not be read again. */
const MOST_KNOWN = 100;

/** Looking for more mistakes than anybody corrects at once only takes time. */
const MOST_ERRORS = 5;

/**
 * Judges a GraphQL request by its text and variables alone, in time that grows no faster than its bytes: first how much it is, and only
 * then whether it fits the schema, since that takes longest.
 * @throws {Refusal} naming the first limit that it passes, or what does not fit the schema
 */
export function guardFor(schema: GraphQLSchema): (body: GraphQLBody) => Checked {
  const costOf = costFunction(schema);
  const known = new Map<string, Known>();

  const refused = new Map<string, Refusal>();

  const read = (query: string): Known => {
    const before = known.get(query);
    if (before) return before;
    const question = readDocument(query, limits);
    const shape = shapeOf(question);
    const isIntrospection = asksAboutSchema(question);
    checkShape(shape, isIntrospection ? introspectionLimits : limits);
    return { question, isIntrospection, document: null };
  };

  const validated = ({ document }: Question): DocumentNode => {
    const plain = withoutRepeats(document);
    const errors = validate(schema, plain, undefined, { maxErrors: MOST_ERRORS, hideSuggestions: true });
    if (errors.length > 0) throw new InvalidDocument(errors.slice(0, MOST_ERRORS));
    return plain;
  };

  /** What does not depend on variables is judged once for each text. */
  const once = <T>(query: string, judge: () => T): T => {
    const refusal = refused.get(query);
    if (refusal) throw refusal;
    try {
      return judge();
    } catch (error) {
      if (error instanceof Refusal) keep(refused, query, error);
      throw error;
    }
  };

  return ({ query, variables, operationName }) => {
    const judged = once(query, () => read(query));
    const { question, isIntrospection } = judged;
    const name = question.operation.name?.value;
    if (operationName !== null && operationName !== name) {
      throw new Refusal(400, 'OPERATION_UNKNOWN', 'The document has no operation of the name given as operationName.');
    }
    const allowed = isIntrospection ? introspectionLimits : limits;
    const { units, values } = costOf(question, variables, allowed);
    if (values > allowed.values) throw tooMuch('TOO_MANY_VALUES', 'Values in arguments and variables', allowed.values, values);
    if (units > allowed.cost) throw tooMuch('TOO_COSTLY', 'Cost, in objects of the answer', allowed.cost, units);
    const document = (judged.document ??= once(query, () => validated(question)));
    keep(known, query, judged);
    return { units, values, isIntrospection, document };
  };
}

/** Remembers a judgment; the one that was not asked for the longest goes. */
function keep<T>(judgments: Map<string, T>, query: string, judgment: T): void {
  judgments.delete(query);
  judgments.set(query, judgment);
  if (judgments.size <= MOST_KNOWN) return;
  const [oldest] = judgments.keys();
  if (oldest !== undefined) judgments.delete(oldest);
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
