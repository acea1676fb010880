import { CHANGES } from '../database/public-tables';
import type { Kind, Ref } from '../publishing/kinds';
import type { Transaction } from '../publishing/turn';

/** What last happened to a document that is or was public. */
export interface Change extends Ref {
  position: number;
  /** Where it last became public, and where its address last changed. */
  publishedPosition: number;
  movedPosition: number;
  isLive: boolean;
  slug: string | null;
  rowId: number;
  version: number;
  changedAt: number;
}

/** A row of the feed's table; PostgreSQL gives large numbers as text. */
export interface ChangeRow {
  type: Kind;
  document_id: string;
  position: number | string;
  published_position: number | string;
  moved_position: number | string;
  is_live: boolean | number;
  slug: string | null;
  row_id: number | string;
  version: number | string;
  changed_at: number | string;
}

export function toChange(row: ChangeRow): Change {
  return {
    type: row.type,
    documentId: row.document_id,
    position: Number(row.position),
    publishedPosition: Number(row.published_position),
    movedPosition: Number(row.moved_position),
    isLive: Boolean(row.is_live),
    slug: row.slug,
    rowId: Number(row.row_id),
    version: Number(row.version),
    changedAt: Number(row.changed_at),
  };
}

/** What is public of a document now. */
interface Live {
  slug: string | null;
  rowId: number;
  version: number;
}

/**
 * Writes the change feed within one transaction that has its turn. Every change takes the next position; a document keeps one row for
 * good, a withdrawn one as a tombstone.
 */
export class FeedWriter {
  private position: number | null = null;
  /** Whether anything was written: somebody may be waiting for it. */
  hasWritten = false;

  constructor(private readonly trx: Transaction) {}

  async last({ type, documentId }: Ref): Promise<Change | null> {
    const row = (await this.trx(CHANGES).where({ type, document_id: documentId }).first()) as ChangeRow | undefined;
    return row ? toChange(row) : null;
  }

  async live(ref: Ref, before: Change | null, now: Live): Promise<void> {
    const position = await this.nextPosition();
    const wasLive = before?.isLive === true;
    await this.write(ref, {
      position,
      published_position: wasLive ? before.publishedPosition : position,
      moved_position: wasLive && before.slug !== now.slug ? position : (before?.movedPosition ?? 0),
      is_live: true,
      slug: now.slug,
      row_id: now.rowId,
      version: now.version,
    });
  }

  async withdrawn(before: Change): Promise<void> {
    const { publishedPosition, movedPosition, slug, rowId, version } = before;
    await this.write(before, {
      position: await this.nextPosition(),
      published_position: publishedPosition,
      moved_position: movedPosition,
      is_live: false,
      slug,
      row_id: rowId,
      version,
    });
  }

  private async write({ type, documentId }: Ref, change: Omit<ChangeRow, 'type' | 'document_id' | 'changed_at'>): Promise<void> {
    this.hasWritten = true;
    await this.trx(CHANGES)
      .insert({ type, document_id: documentId, ...change, changed_at: Date.now() })
      .onConflict(['type', 'document_id'])
      .merge();
  }

  private async nextPosition(): Promise<number> {
    this.position ??= await lastPosition(this.trx);
    return ++this.position;
  }
}

/** The position of the latest change; 0 before the first. */
export async function lastPosition(knex: Transaction): Promise<number> {
  const row = (await knex(CHANGES).max('position as position').first()) as { position: number | string | null } | undefined;
  return Number(row?.position ?? 0);
}
