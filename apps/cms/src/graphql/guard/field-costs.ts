import {
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

/** What the schema says about the cost of a field. */
export interface FieldCost {
  weight: number;
  /** Null for a field that returns one object or plain values. */
  size: ListSize | null;
}

export interface ListSize {
  assumed: number;
  /** Paths of the arguments that say how many entries are asked for. */
  slicing: string[][];
  /** The lists of the returned object that have this size; empty if the field is the list. */
  sizedFields: string[];
}

/** What a list of objects counts for if the schema does not say; no list is longer. */
const UNKNOWN_SIZE = 100;

interface ListSizeArguments {
  assumedSize?: number;
  slicingArguments?: string[] | null;
  sizedFields?: string[] | null;
}

function directive(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  name: string,
): Record<string, unknown> | undefined {
  const definition = schema.getDirective(name);
  return definition && field.astNode ? getDirectiveValues(definition, field.astNode) : undefined;
}

function isListOfObjects({ type }: GraphQLField<unknown, unknown>): boolean {
  return isListType(getNullableType(type)) && isCompositeType(getNamedType(type));
}

/** Reads the directives `@cost` and `@listSize` of every field. */
export function fieldCosts(schema: GraphQLSchema): (field: GraphQLField<unknown, unknown>) => FieldCost {
  const known = new Map<GraphQLField<unknown, unknown>, FieldCost>();
  const introspection = introspectionSizes(schema);
  return (field) => {
    const before = known.get(field);
    if (before) return before;
    const weight = directive(schema, field, 'cost')?.['weight'];
    const cost = { weight: typeof weight === 'number' ? weight : 0, size: introspection.get(field) ?? sizeOf(schema, field) };
    known.set(field, cost);
    return cost;
  };
}

function sizeOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): ListSize | null {
  const given = directive(schema, field, 'listSize') as ListSizeArguments | undefined;
  if (!given) return isListOfObjects(field) ? { assumed: UNKNOWN_SIZE, slicing: [], sizedFields: [] } : null;
  return {
    assumed: given.assumedSize ?? UNKNOWN_SIZE,
    slicing: (given.slicingArguments ?? []).map((path) => path.split('.')),
    sizedFields: given.sizedFields ?? [],
  };
}

/** How long the lists of the introspection types are: as long as this schema makes them on average. */
function introspectionSizes(schema: GraphQLSchema): Map<GraphQLField<unknown, unknown>, ListSize> {
  const types = Object.values(schema.getTypeMap());
  const fields = types.filter(isObjectType).flatMap((type) => Object.values(type.getFields()));
  const average = (total: number, among: number) => Math.max(1, Math.ceil(total / Math.max(1, among)));
  const enumValues = types.filter(isEnumType).flatMap((type) => type.getValues());
  const inputFields = types.filter(isInputObjectType).flatMap((type) => Object.values(type.getFields()));
  const members = types.filter(isUnionType).flatMap((type) => type.getTypes());
  const directives = schema.getDirectives();
  const sizes: Record<string, Record<string, number>> = {
    __Schema: { types: types.length, directives: directives.length },
    __Type: {
      fields: average(fields.length, types.length),
      interfaces: 1,
      possibleTypes: average(members.length, types.length),
      enumValues: average(enumValues.length, types.length),
      inputFields: average(inputFields.length, types.length),
    },
    __Field: {
      args: average(fields.flatMap(({ args }) => args).length, fields.length),
    },
    __Directive: { args: average(directives.flatMap(({ args }) => args).length, directives.length) },
  };
  return new Map(
    Object.entries(sizes).flatMap(([typeName, lists]) => {
      const type = schema.getType(typeName);
      const own = isObjectType(type) ? type.getFields() : {};
      return Object.entries(lists).flatMap(([name, assumed]) => {
        const field = own[name];
        return field ? [[field, { assumed, slicing: [], sizedFields: [] }] as const] : [];
      });
    }),
  );
}
