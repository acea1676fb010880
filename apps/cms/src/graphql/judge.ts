import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

import { questionKey } from './answers/answer-cache';
import { listedOperations } from './answers/listed-operations';
import { guardFor } from './guard/check';
import { limits } from './guard/limits';
import { toGraphQLBody } from './guard/read-body';
import { readListedOperation } from './guard/read-listed';
import { writtenSchema } from './written-schema';

/** Introspection weighs more objects than it takes time: its answers are short and made from memory. */
const INTROSPECTION_DISCOUNT = 20;

/** So much memory may what was judged before take. */
const MOST_BYTES = 8 * 1024 * 1024;
/** What a document takes once it is read, for each of its characters. */
const READ = 20;

/** What matters of a question that may be asked to whoever lets it in. */
export interface Judgment {
  /** Objects in the answer. */
  units: number;
  /** What it costs the one who asks. */
  price: number;
  /** What tells it apart from others. */
  key: string;
}

/** A question that may be asked, ready to be answered. */
export interface Judged extends Judgment {
  document: DocumentNode;
  variables: Record<string, unknown>;
}

const LISTED = 'listed ';
const WRITTEN = 'written ';

/** A request for a listed operation as one text; whatever its query string says, it is never taken for a body. */
export const listedText = (querystring: string) => LISTED + querystring;

/** A request's body as one text; whatever it says, it is never taken for a listed operation. */
export const writtenText = (body: string) => WRITTEN + body;

/**
 * Judges requests by their text, as {@link listedText} or {@link writtenText} make it: nothing else matters to the judgment, so it is
 * remembered.
 * @throws {Refusal} if it may not be asked
 */
export function judging(): (text: string) => Judged {
  const check = guardFor(writtenSchema());
  const listed = listedOperations();
  const judged = new LRUCache<string, Judged>({
    maxSize: MOST_BYTES,
    sizeCalculation: (_, text) => READ * text.length + 1_000,
  });
  return (text) => {
    const before = judged.get(text);
    if (before) return before;
    const body = text.startsWith(LISTED)
      ? readListedOperation(text.slice(LISTED.length), listed, limits.addressBytes)
      : toGraphQLBody(text.slice(WRITTEN.length));
    const { units, isIntrospection, document } = check(body);
    const { query, variables } = body;
    const price = isIntrospection ? Math.ceil(units / INTROSPECTION_DISCOUNT) : units;
    const judgment = { units, price, key: questionKey(query, variables), document, variables };
    judged.set(text, judgment);
    return judgment;
  };
}
