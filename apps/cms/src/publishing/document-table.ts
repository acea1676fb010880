import { isFinishedKind, toDocument, toSealedBody } from '../contract/documents';
import { DOCUMENTS } from '../database/public-tables';

import type { Ref } from './kinds';
import type { PublicRow } from './references';
import type { Transaction } from './turn';

/** Keeps a public document as readers get it, finished when it is published so that nobody has to put it together again. */
export async function keepDocument(trx: Transaction, { type, documentId }: Ref, row: PublicRow | null): Promise<void> {
  if (!isFinishedKind(type)) return;
  if (!row) {
    await trx(DOCUMENTS).where({ type, document_id: documentId }).delete();
    return;
  }
  const finished = {
    type,
    document_id: documentId,
    facts: JSON.stringify(toDocument(type, row)),
    body: type === 'article' ? JSON.stringify(toSealedBody(row['body'])) : null,
  };
  await trx(DOCUMENTS).insert(finished).onConflict(['document_id', 'type']).merge();
}
