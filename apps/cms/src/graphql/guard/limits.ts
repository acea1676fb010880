/**
 * What one question to the public interface may weigh. docs/integrators.md tells integrators the same numbers; every query that the site
 * and the documentation send stays well below them.
 */
export const limits = {
  /** Of the request's body. */
  bytes: 16 * 1024,
  /** Of the query string of a listed operation. */
  addressBytes: 8 * 1024,
  /** Of the document. */
  tokens: 1_000,
  /** The operation and its fragments. */
  definitions: 20,
  /** Fields and fragments, with every fragment put in its place. */
  selections: 500,
  /** Fields inside fields. */
  depth: 10,
  aliases: 30,
  directives: 10,
  /** Fields of one name beside each other that each have fields of their own; comparing them grows with the square of their number. */
  repeats: 30,
  /** Single values in all arguments, variables included. */
  values: 150,
  /** Objects and lists inside each other in an argument. */
  valueDepth: 5,
  /** Characters of a text in an argument. */
  textLength: 200,
  /** Objects in the answer, by the sizes that the schema gives (`@listSize`), and the weights of single fields (`@cost`). */
  cost: 1_000,
} as const;

/** Questions about the schema itself go deeper and are answered from memory, so they have limits of their own. */
export const introspectionLimits = { ...limits, depth: 16, cost: 20_000 } as const;

export type Limits = { [K in keyof typeof limits]: number };
