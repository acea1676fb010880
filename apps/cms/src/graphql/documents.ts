import { LRUCache } from 'lru-cache';

import type { ArticleDocument, Document, FinishedKind } from '../contract/documents';
import { isSqlite } from '../database/dialect';
import { DOCUMENTS } from '../database/public-tables';
import { rows, type Reading, type Sql } from '../database/query';

interface Stored {
  document_id: string;
  facts: string;
  body?: string;
}

/** A list as one parameter, so that a statement is the same for any number of documents. */
const inList = () =>
  isSqlite(strapi) ? 'IN (SELECT value FROM json_each(?))' : 'IN (SELECT jsonb_array_elements_text(CAST(? AS jsonb)))';

function select(columns: string, kinds: readonly FinishedKind[], ids: readonly string[]): Sql {
  const types = kinds.map((kind) => `'${kind}'`).join();
  return {
    sql: `SELECT document_id, ${columns} FROM ${DOCUMENTS} WHERE document_id ${inList()} AND type IN (${types})`,
    bindings: [JSON.stringify(ids)],
  };
}

const MOST_BYTES = 8 * 1024 * 1024;

/** What a text says, kept by the text itself, so that it is never out of date. Works and people stand in many articles. */
const opened = new LRUCache<string, Document>({ maxSize: MOST_BYTES, sizeCalculation: (_, facts) => 4 * facts.length + 1 });

/** @returns a document that is nobody's own: it may be in other answers, too, and nobody may change anything in it */
function open(facts: string): Document {
  const before = opened.get(facts);
  if (before) return before;
  const document = Object.freeze(JSON.parse(facts) as Document);
  opened.set(facts, document);
  return document;
}

/** Public documents by documentId. */
export function* documentsById(kinds: readonly FinishedKind[], ids: readonly string[]): Reading<Map<string, Document>> {
  const found = yield* rows<Stored>(select('facts', kinds, ids));
  return new Map(found.map(({ document_id, facts }) => [document_id, open(facts)]));
}

/** Public documents of a kind, in the order given; null for those that are not public. */
export function* documentsInOrder(kind: FinishedKind, ids: readonly string[]): Reading<(Document | null)[]> {
  const byId = yield* documentsById([kind], ids);
  return ids.map((id) => byId.get(id) ?? null);
}

/** A published article; its text, if asked for, as it is kept, since most of what is made of it is known before it is read. */
export type ReadArticle = ArticleDocument & { writtenBody?: string };

/** Published articles by documentId, with or without their texts. */
export function* articlesWithIds(ids: readonly string[], withBody: boolean): Reading<Map<string, ReadArticle>> {
  const found = yield* rows<Stored>(select(withBody ? 'facts, body' : 'facts', ['article'], ids));
  return new Map(
    found.map(({ document_id, facts, body }) => {
      const article = JSON.parse(facts) as ReadArticle;
      if (body !== undefined) article.writtenBody = body;
      return [document_id, article];
    }),
  );
}
