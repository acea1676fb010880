import { randomUUID } from 'node:crypto';

/** Stands for the part of an answer with a number; no text of an answer can know it. */
const PLACE = randomUUID();
const PLACES = new RegExp(`"${PLACE}:(\\d+)"`, 'g');

/** The parts of the answer that is being written just now. */
let parts: string[] | null = null;

/** A part of an answer that is JSON already. */
export class WrittenJson {
  constructor(readonly text: string) {}

  /** For whoever does not know of this. */
  toJSON(): unknown {
    if (!parts) return JSON.parse(this.text);
    return `${PLACE}:${parts.push(this.text) - 1}`;
  }
}

/** An answer as JSON; the parts that were written before are passed on as they are. */
export function toJson(value: unknown): string {
  const written: string[] = [];
  parts = written;
  try {
    const text = JSON.stringify(value);
    return written.length === 0 ? text : text.replaceAll(PLACES, (_, i: string) => written[Number(i)] ?? '');
  } finally {
    parts = null;
  }
}
