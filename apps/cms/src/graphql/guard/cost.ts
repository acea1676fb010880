import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  typeFromAST,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionSetNode,
} from 'graphql';

import type { Question } from './document';
import { fieldCosts, type ListSize } from './field-costs';
import type { Limits } from './limits';
import { countValues, toValue, variablesOf } from './values';

/** What answering a question takes. */
export interface Cost {
  /** Objects in the answer, at the most likely size of each list, and the weights of single fields. */
  units: number;
  /** Single values in all arguments. */
  values: number;
}

type Arguments = Record<string, unknown>;

/** Sizes of lists that a field above has set, by field name. */
type Sizes = ReadonlyMap<string, number>;

const noSizes: Sizes = new Map();

function fieldOf(schema: GraphQLSchema, type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return type.getFields()[name];
}

/** How many entries are asked for by the first argument that says so; the assumed number if none does or what it says is no count. */
function sizeAsked(size: ListSize, args: Arguments): number {
  for (const path of size.slicing) {
    const asked = path.reduce<unknown>((value, key) => (value as Arguments | null | undefined)?.[key], args);
    if (typeof asked === 'number' && asked >= 0) return asked;
  }
  return size.assumed;
}

/**
 * Works out costs by the schema: an object costs one unit, a list as many times its entry as it has entries, a field of several possible
 * types as much as the dearest of them. Fields that do not exist cost nothing; validation refuses them.
 * The time is bounded by the number of selections, so check the shape first.
 */
export function costFunction(schema: GraphQLSchema): (question: Question, given: Arguments, limits: Limits) => Cost {
  const costOf = fieldCosts(schema);

  return ({ operation, fragments }, given, limits) => {
    const variables = variablesOf(operation, given);
    let values = countValues(given, limits);

    const argumentsOf = (node: FieldNode, field: GraphQLField<unknown, unknown>): Arguments => {
      const args: Arguments = Object.fromEntries(field.args.map(({ name, defaultValue }) => [name, defaultValue]));
      for (const { name, value } of node.arguments ?? []) {
        const plain = toValue(value, variables);
        values += countValues(plain, limits);
        if (plain !== undefined) args[name.value] = plain;
      }
      return args;
    };

    const ofField = (node: FieldNode, type: GraphQLObjectType, sizes: Sizes): number => {
      const field = fieldOf(schema, type, node.name.value);
      if (!field) return 0;
      const args = argumentsOf(node, field);
      const { weight, size } = costOf(field);
      const inner = getNamedType(field.type);
      if (!isCompositeType(inner) || !node.selectionSet) return weight;
      const asked = size ? sizeAsked(size, args) : 1;
      if (size && size.sizedFields.length > 0) {
        return weight + 1 + ofSet(node.selectionSet, inner, new Map(size.sizedFields.map((name) => [name, asked])));
      }
      const count = sizes.get(node.name.value) ?? asked;
      return weight + count * (1 + ofSet(node.selectionSet, inner, noSizes));
    };

    const ofSet = (set: SelectionSetNode, type: GraphQLCompositeType, sizes: Sizes): number =>
      isAbstractType(type)
        ? Math.max(0, ...schema.getPossibleTypes(type).map((possible) => ofObject(set, possible, sizes)))
        : ofObject(set, type, sizes);

    const applies = (condition: InlineFragmentNode['typeCondition'], type: GraphQLObjectType): boolean => {
      const named = condition && typeFromAST(schema, condition);
      return !named || named === type || (isAbstractType(named) && schema.isSubType(named, type));
    };

    const ofObject = (set: SelectionSetNode, type: GraphQLObjectType, sizes: Sizes): number => {
      let units = 0;
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) {
          units += ofField(selection, type, sizes);
          continue;
        }
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        if (fragment && applies(fragment.typeCondition, type)) units += ofObject(fragment.selectionSet, type, sizes);
      }
      return units;
    };

    const root = schema.getQueryType();
    const units = root && isObjectType(root) ? ofObject(operation.selectionSet, root, noSizes) : 0;
    return { units: Math.ceil(units), values };
  };
}
