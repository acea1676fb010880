/** What somebody typed and did not save yet, kept in this browser alone. */
export interface UnsavedCopy {
  /** When it was kept, in milliseconds since 1970. */
  keptAt: number;
  /** When the entry was last saved before that. */
  version: string;
  values: Record<string, unknown>;
}

const PREFIX = 'clinic-desk-unsaved';
/** Drafts of texts about health do not lie around in a browser for ever. */
const LONGEST_MS = 7 * 86_400_000;

/** Under which name a copy is kept: one for each person and entry. */
export function copyKey(user: number | string, model: string, documentId: string): string {
  return [PREFIX, user, model, documentId].join('|');
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps a copy; a browser that has no room left keeps none. */
export function keepCopy(shelf: Shelf, key: string, copy: UnsavedCopy): void {
  try {
    shelf.setItem(key, JSON.stringify(copy));
  } catch {
    shelf.removeItem(key);
  }
}

/** The copy kept under a name; one that is too old is thrown away. */
export function findCopy(shelf: Shelf, key: string, now: number): UnsavedCopy | null {
  const kept = shelf.getItem(key);
  if (kept === null) return null;
  try {
    const copy = JSON.parse(kept) as UnsavedCopy;
    if (now - copy.keptAt < LONGEST_MS) return copy;
  } catch {
    // Not ours any more.
  }
  shelf.removeItem(key);
  return null;
}

/** What the CMS or its form adds to what somebody typed. */
const ADDED = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'status',
  '__temp_key__',
]);

function typedIn(values: unknown): string {
  return JSON.stringify(values, (key, value: unknown) => (ADDED.has(key) ? undefined : value));
}

/** Whether two states of a form say the same: what was kept is then saved by now, or was never changed. */
export function saySame(one: UnsavedCopy['values'], other: UnsavedCopy['values']): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => ADDED.has(name) || typedIn(one[name] ?? null) === typedIn(other[name] ?? null));
}
