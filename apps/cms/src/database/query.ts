/** What a reading asks of the database: a query that was built, or its text. */
export type Query = { toSQL: () => { toNative: () => Sql } } | Sql;

export interface Sql {
  sql: string;
  bindings: readonly unknown[];
}

/** Several questions to the database, one after the other, each written as `yield* rows(query)`. */
export type Reading<T> = Generator<Query, T, unknown[]>;

/** A query as text and parameters. */
export function toSql(query: Query): Sql {
  return 'sql' in query ? query : query.toSQL().toNative();
}

/** The rows that a query finds. */
export function* rows<Row>(query: Query): Generator<Query, Row[], unknown[]> {
  return (yield query) as Row[];
}
