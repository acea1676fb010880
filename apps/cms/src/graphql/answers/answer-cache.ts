import { createHash } from 'node:crypto';

/** A finished answer, ready to be sent again. */
export interface Answer {
  body: Buffer;
  etag: string;
  /** What it was made from, as the value of a `Surrogate-Key` header. */
  tags: string;
}

interface Entry extends Answer {
  position: number;
  until: number;
  bytes: number;
}

/** What an entry takes beside its texts, roughly. */
const OVERHEAD = 300;

/** A safety net: whatever is public moves the feed's position when it changes. */
const KEPT_FOR_S = 60;

/** What tells questions apart: the document and its variables. */
export function questionKey(query: string, variables: Record<string, unknown>): string {
  return createHash('sha256')
    .update(JSON.stringify([query, variables]))
    .digest('base64');
}

/**
 * Answers by question. Each holds for one position of the change feed: as soon as anything public changes, every older one is out of date,
 * so none has to be found and removed. Memory is bounded; what was not asked for the longest goes first.
 */
export class AnswerCache {
  private readonly entries = new Map<string, Entry>();
  private held = 0;

  /** @param now seconds on a clock that never jumps */
  constructor(
    private readonly mostBytes: number,
    private readonly now: () => number = () => performance.now() / 1000,
  ) {}

  /** The answer to a question, if it was made at this position. */
  get(question: string, position: number): Answer | null {
    const entry = this.entries.get(question);
    if (!entry) return null;
    this.entries.delete(question);
    if (entry.position !== position || entry.until < this.now()) {
      this.held -= entry.bytes;
      return null;
    }
    // The order of a Map is that of insertion: what is asked for moves to the end.
    this.entries.set(question, entry);
    return entry;
  }

  /** @param position read before the data that the answer was made from, so that it is never newer than they are */
  put(question: string, position: number, answer: Answer): void {
    const bytes = answer.body.byteLength + answer.tags.length + question.length + OVERHEAD;
    if (bytes > this.mostBytes / 10) return;
    const before = this.entries.get(question);
    if (before) {
      if (before.position > position) return;
      this.entries.delete(question);
      this.held -= before.bytes;
    }
    this.entries.set(question, { ...answer, position, until: this.now() + KEPT_FOR_S, bytes });
    this.held += bytes;
    for (const [oldest, entry] of this.entries) {
      if (this.held <= this.mostBytes) return;
      this.entries.delete(oldest);
      this.held -= entry.bytes;
    }
  }

  get bytes(): number {
    return this.held;
  }
}
