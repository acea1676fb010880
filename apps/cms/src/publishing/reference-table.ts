import { REFERENCES } from '../database/public-tables';

import type { Kind, Ref } from './kinds';
import type { Reference } from './references';
import type { Transaction } from './turn';

interface Row {
  target_type: Reference['type'];
  target: string;
}

const keyOf = ({ type, target }: Reference) => `${type} ${target}`;

/**
 * Keeps what a document refers to; an empty list forgets it.
 * @returns what it refers to now and did not before, and the other way round
 */
export async function keepReferences(trx: Transaction, { type, documentId }: Ref, now: Reference[]): Promise<Reference[]> {
  const own = { type, document_id: documentId };
  const rows = await trx(REFERENCES).where(own).select<Row[]>('target_type', 'target');
  const before = rows.map((row): Reference => ({ type: row.target_type, target: row.target }));
  const wanted = new Set(now.map(keyOf));
  const known = new Set(before.map(keyOf));
  const added = now.filter((reference) => !known.has(keyOf(reference)));
  const removed = before.filter((reference) => !wanted.has(keyOf(reference)));
  for (const { type: targetType, target } of removed) {
    await trx(REFERENCES)
      .where({ ...own, target_type: targetType, target })
      .delete();
  }
  for (let i = 0; i < added.length; i += 100) {
    const part = added.slice(i, i + 100);
    await trx(REFERENCES).insert(part.map(({ type: targetType, target }) => ({ ...own, target_type: targetType, target })));
  }
  return [...added, ...removed];
}

/** The public documents that refer to a document or to one of its addresses, other than itself. */
export async function referring(trx: Transaction, { type, documentId }: Ref, addresses: string[]): Promise<Ref[]> {
  const rows = (await trx(REFERENCES)
    .where((either) => {
      void either.where({ target_type: type, target: documentId });
      if (addresses.length > 0)
        void either.orWhere((path) => void path.where({ target_type: 'path' }).whereIn('target', addresses));
    })
    .distinct('type', 'document_id')
    .orderBy(['type', 'document_id'])) as { type: Kind; document_id: string }[];
  return rows
    .map((row) => ({ type: row.type, documentId: row.document_id }))
    .filter((ref) => ref.type !== type || ref.documentId !== documentId);
}
