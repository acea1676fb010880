import type { GraphQLResolveInfo } from 'graphql';
import { parseResolveInfo, type ResolveTree } from 'graphql-parse-resolve-info';

/** The fields a query asks for below one field, by name; a field asked for twice under two aliases appears twice. */
export type Requested = Map<string, ResolveTree[]>;

/** What the query asks for of the objects that this resolver returns. */
export function requestedFields(info: GraphQLResolveInfo, typeName: string): Requested {
  const tree = parseResolveInfo(info) as ResolveTree | null | undefined;
  return tree ? fieldsOf(tree, typeName) : new Map<string, ResolveTree[]>();
}

/** What the query asks for below a field, of objects of one type. */
function fieldsOf(tree: ResolveTree, typeName: string): Requested {
  const fields: Requested = new Map();
  for (const child of Object.values(tree.fieldsByTypeName[typeName] ?? {})) {
    fields.set(child.name, [...(fields.get(child.name) ?? []), child]);
  }
  return fields;
}

/** The same, one step further down: what is asked for of the objects in the field `name`. */
export function below(requested: Requested, name: string, typeName: string): Requested {
  const fields: Requested = new Map();
  for (const tree of requested.get(name) ?? []) {
    for (const [key, trees] of fieldsOf(tree, typeName)) fields.set(key, [...(fields.get(key) ?? []), ...trees]);
  }
  return fields;
}
