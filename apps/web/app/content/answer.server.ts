import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type ArgumentNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

type Data = Record<string, unknown>;

/** An answer is not what the contract promises. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
}

/** Hears what an answer holds while it is read. */
export interface AnswerVisitor {
  /** Each field that was asked for, by the name of its type and its own, once for each object it stands in, and what it was given. */
  field: (type: string, name: string, given: readonly ArgumentNode[]) => void;
  /** Each object, by the name of its type. */
  object: (type: string, data: Data) => void;
}

/**
 * Reads an answer as the contract promises it: every field that was asked for is there, of its type, and null only where it may be.
 * @throws {AnswerError} that names the first place where it is not
 */
export function readAnswer(schema: GraphQLSchema, document: DocumentNode, data: unknown, visitor: AnswerVisitor): void {
  const { root, fieldsOf } = planOf(schema, document);
  object(data, root.type, root.selections, root.type.name);

  function object(value: unknown, type: GraphQLObjectType, selections: Selections, path: string): void {
    const found = asObject(value, path);
    visitor.object(type.name, found);
    for (const [key, { name, field, given, inner }] of fieldsOf(type, selections)) {
      if (name === '__typename') {
        if (found[key] !== type.name) throw new AnswerError(`${path}.${key} is not ${type.name}`);
        continue;
      }
      if (!field) throw new AnswerError(`${path}.${key} is not in the contract`);
      visitor.field(type.name, name, given);
      output(found[key], field.type, inner, `${path}.${key}`);
    }
  }

  function output(value: unknown, type: GraphQLOutputType, inner: Selections, path: string): void {
    if (value === undefined || (value === null && isNonNullType(type))) throw new AnswerError(`${path} is missing`);
    if (value === null) return;
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      if (!Array.isArray(value)) throw new AnswerError(`${path} is no list`);
      for (const item of value) output(item, nullable.ofType, inner, path);
      return;
    }
    const named = getNamedType(type);
    if (!isCompositeType(named)) {
      if (!isLeaf(named.name, value)) throw new AnswerError(`${path} is no ${named.name}`);
      return;
    }
    const concrete = isAbstractType(named) ? schema.getType(String(asObject(value, path)['__typename'])) : named;
    if (!isObjectType(concrete)) throw new AnswerError(`${path} is of no known type`);
    object(value, concrete, inner, path);
  }
}

type Selections = readonly SelectionSetNode[];

/** A field that was asked for of a type. */
interface Asked {
  name: string;
  /** Missing where the contract has none of this name. */
  field: GraphQLField<unknown, unknown> | undefined;
  given: readonly ArgumentNode[];
  inner: Selections;
}

/** What a question asks of each type, worked out once for all answers to it. */
interface Plan {
  root: { type: GraphQLObjectType; selections: Selections };
  fieldsOf: (type: GraphQLObjectType, selections: Selections) => ReadonlyMap<string, Asked>;
}

const plans = new WeakMap<DocumentNode, Plan>();

function planOf(schema: GraphQLSchema, document: DocumentNode): Plan {
  const before = plans.get(document);
  if (before) return before;
  const plan = makePlan(schema, document);
  plans.set(document, plan);
  return plan;
}

function makePlan(schema: GraphQLSchema, document: DocumentNode): Plan {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const type = schema.getQueryType();
  if (!operation || !type) throw new AnswerError('not a query');
  const known = new WeakMap<Selections, Map<GraphQLObjectType, ReadonlyMap<string, Asked>>>();

  function fieldsOf(of: GraphQLObjectType, selections: Selections): ReadonlyMap<string, Asked> {
    const byType = known.get(selections) ?? new Map<GraphQLObjectType, ReadonlyMap<string, Asked>>();
    known.set(selections, byType);
    const fields = byType.get(of) ?? collect(of, selections);
    byType.set(of, fields);
    return fields;
  }

  function collect(of: GraphQLObjectType, selections: Selections): Map<string, Asked> {
    const fields = new Map<string, Asked>();
    for (const selection of selections.flatMap((set) => set.selections)) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        const key = selection.alias?.value ?? name;
        const inner = [...(fields.get(key)?.inner ?? []), ...(selection.selectionSet ? [selection.selectionSet] : [])];
        fields.set(key, { name, field: of.getFields()[name], given: selection.arguments ?? [], inner });
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (!fragment || !applies(fragment.typeCondition?.name.value, of)) continue;
      for (const [key, { inner, ...field }] of collect(of, [fragment.selectionSet])) {
        fields.set(key, { ...field, inner: [...(fields.get(key)?.inner ?? []), ...inner] });
      }
    }
    return fields;
  }

  function applies(condition: string | undefined, to: GraphQLObjectType): boolean {
    if (condition === undefined || condition === to.name) return true;
    const wider = schema.getType(condition);
    return isAbstractType(wider) && schema.isSubType(wider, to);
  }

  return { root: { type, selections: [operation.selectionSet] }, fieldsOf };
}

function asObject(value: unknown, path: string): Data {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new AnswerError(`${path} is no object`);
  return value as Data;
}

/** Formatted text has a parser of its own; instants, days, identifiers and words of a choice are text. */
function isLeaf(type: string, value: unknown): boolean {
  switch (type) {
    case 'RichText':
      return true;
    case 'Boolean':
      return typeof value === 'boolean';
    case 'Int':
      return Number.isInteger(value);
    case 'Float':
      return typeof value === 'number';
    default:
      return typeof value === 'string';
  }
}
