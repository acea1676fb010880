/** A place in the change feed. */
export interface Cursor {
  history: string;
  position: number;
}

const CURSOR = /^([0-9a-f]{12})\.(\d{1,15})$/;

/** A place as readers keep it. To them it is a word without meaning. */
export function writeCursor({ history, position }: Cursor): string {
  return `${history}.${position}`;
}

/** Reads a cursor; null if it is none. */
export function readCursor(text: string): Cursor | null {
  const [, history, position] = CURSOR.exec(text) ?? [];
  return history === undefined ? null : { history, position: Number(position) };
}
