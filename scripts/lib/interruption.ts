/** Somebody asked this process to end. */
export class Interrupted extends Error {}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A package manager between the terminal and this process passes Ctrl-C on, so one press may arrive twice. */
const ONE_PRESS_MS = 1_000;

let interrupt: (reason: Interrupted) => void;
const interruption = new Promise<never>((_, reject) => {
  interrupt = reject;
});
// Nobody may be waiting when it happens.
interruption.catch(() => undefined);

/** From now on Ctrl-C, SIGTERM and a closed terminal are an `Interrupted` where somebody waits; asked again, the process ends at once. */
export function listenForInterruption(): void {
  let first: number | null = null;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      first ??= performance.now();
      if (performance.now() - first > ONE_PRESS_MS) process.exit(130);
      interrupt(new Interrupted(signal));
    });
  }
}

/** Waits for some work, or throws `Interrupted` before it is done. */
export function orInterrupted<T>(work: Promise<T>): Promise<T> {
  return Promise.race([work, interruption]);
}
