import { useLayoutEffect } from 'react';

/** After a save was refused, Strapi may still put the form back to what was saved last, once or twice: whenever what it asked for arrives. */
const AFTERMATH_MS = 5_000;
/** Who takes something back by hand has just clicked or typed. */
const BY_HAND_MS = 500;

interface Sent {
  version: string;
  values: Record<string, unknown>;
  /** When it was known how the save went; null while it is under way. */
  endedAt: number | null;
}

/** What was sent to be saved, by the name of its copy. Strapi may draw the form anew meanwhile, and who draws it remembers nothing. */
const sent = new Map<string, Sent>();

let touchedAt = 0;
for (const event of ['input', 'click'])
  globalThis.document.addEventListener(event, () => (touchedAt = Date.now()), { capture: true, passive: true });

interface Form {
  modified: boolean;
  isSubmitting: boolean;
  values: Record<string, unknown>;
  setValues: (values: Record<string, unknown>) => void;
}

/** Whether the form is still in the moments after a save of which it is not known that it was done. */
export function isAftermath(name: string): boolean {
  return sent.has(name);
}

/**
 * Puts what was typed back into a form that Strapi puts back to what was saved last because the save was refused.
 * @param version when the entry was saved last; empty as long as that is not known
 */
export function useAftermath(name: string, version: string, { modified, isSubmitting, values, setValues }: Form): void {
  // Before anything is painted: nobody sees the text go and come back. After every drawing: Strapi may put the same values back again.
  useLayoutEffect(() => {
    if (modified && isSubmitting) {
      sent.set(name, { version, values, endedAt: null });
      return;
    }
    const before = sent.get(name);
    // While a save is under way the form already takes it for granted.
    if (!before || isSubmitting || (version === '' && before.version !== '')) return;
    const now = Date.now();
    before.endedAt ??= now;
    const isOver = before.version !== version || now - before.endedAt > AFTERMATH_MS;
    const isByHand = touchedAt > before.endedAt && now - touchedAt < BY_HAND_MS;
    if (isOver || (!modified && isByHand)) sent.delete(name);
    else if (modified) before.values = values;
    else if (JSON.stringify(values) !== JSON.stringify(before.values)) setValues(before.values);
  });
}
