/**
 * Shares one read among all who ask before it begins. Nobody gets a value that was read before they asked, so what was committed by then is
 * always in it; under load one read serves many.
 */
export function sharedRead<T>(read: () => Promise<T>): () => Promise<T> {
  let waiting: Promise<T> | null = null;
  return () => {
    waiting ??= new Promise<void>((resolve) => {
      setImmediate(resolve);
    }).then(() => {
      waiting = null;
      return read();
    });
    return waiting;
  };
}
