import type { Core } from '@strapi/strapi';

import { runDue } from './run-due';

const EVERY_MS = 15_000;

interface Duties {
  onFailure: Parameters<typeof runDue>[1];
  /** What else is to be done from time to time. */
  alsoDo: () => Promise<void>;
}

/** Looks at the clock from now on, at once and every few seconds. @returns how to stop; what has begun is finished first */
export function watchTheClock(strapi: Core.Strapi, { onFailure, alsoDo }: Duties): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let isBusy = false;
  const look = () => {
    if (isBusy) return;
    isBusy = true;
    running = runDue(strapi, onFailure)
      .then(alsoDo)
      .catch((error: unknown) => {
        strapi.log.error(`The schedules could not be looked at: ${error instanceof Error ? error.message : String(error)}`);
      })
      .finally(() => {
        isBusy = false;
      });
  };
  const timer = setInterval(look, EVERY_MS);
  look();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
