import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** A field, argument or value of a type, as the schema describes it. */
export interface MemberView {
  name: string;
  /** As GraphQL writes it, for example `[Article!]!`; null for what has none, as the values of an enum. */
  type: string | null;
  description: string;
  /** The arguments of a field. */
  args: { name: string; type: string; description: string }[];
}

/** A type of the contract. */
export interface TypeView {
  name: string;
  kind: 'query' | 'type' | 'union' | 'enum' | 'input' | 'scalar';
  description: string;
  members: MemberView[];
}

const KINDS: TypeView['kind'][] = ['query', 'type', 'union', 'enum', 'input', 'scalar'];

/** Every type of the contract in the schema's own words: the query first, then by kind and name. */
export function toReference(schema: GraphQLSchema): TypeView[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
  const views = types.map((type) => toTypeView(type, type === schema.getQueryType()));
  return views.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.name.localeCompare(b.name));
}

function toTypeView(type: GraphQLNamedType, isQuery: boolean): TypeView {
  return {
    name: type.name,
    kind: isQuery ? 'query' : kindOf(type),
    description: inOneLine(type.description),
    members: membersOf(type),
  };
}

function kindOf(type: GraphQLNamedType): TypeView['kind'] {
  if (isUnionType(type) || isInterfaceType(type)) return 'union';
  if (isEnumType(type)) return 'enum';
  if (isInputObjectType(type)) return 'input';
  return isScalarType(type) ? 'scalar' : 'type';
}

function membersOf(type: GraphQLNamedType): MemberView[] {
  if (isUnionType(type)) return type.getTypes().map(({ name, description }) => member(name, null, description));
  if (isEnumType(type)) return type.getValues().map(({ name, description }) => member(name, null, description));
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => member(field.name, String(field.type), field.description));
  }
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).map((field) => ({
    ...member(field.name, String(field.type), field.description),
    args: field.args.map((arg) => ({ name: arg.name, type: String(arg.type), description: inOneLine(arg.description) })),
  }));
}

function member(name: string, type: string | null, description: string | null | undefined): MemberView {
  return { name, type, description: inOneLine(description), args: [] };
}

const inOneLine = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim();

/** A query that can be copied as it is. */
export interface QueryView {
  name: string;
  /** What it is for, in a sentence. */
  purpose: string;
  query: string;
}

/** Reads a file of queries, each below a comment that says what it is for. */
export function toQueries(text: string): QueryView[] {
  return text
    .trim()
    .split(/\n\n(?=# )/)
    .map((part) => {
      const [, comment = '', query = ''] = /^((?:# .*\n)+)([\s\S]+)$/.exec(part) ?? [];
      return {
        name: /^query (\w+)/.exec(query)?.[1] ?? '',
        purpose: comment.replaceAll(/^# /gm, '').replaceAll('\n', ' ').trim(),
        query,
      };
    });
}
