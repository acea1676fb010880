import type { Core } from '@strapi/strapi';

/**
 * Lets the CMS outlive a failed statement that nobody waits for. Strapi reads relations side by side; where two of them fail, as when the
 * database is away, the first failure answers the request and the second is lost, which would end the process and everybody's work in it.
 * @returns how to stop
 */
export function outliveLostRejections({ log }: Pick<Core.Strapi, 'log'>): () => void {
  const note = (reason: unknown) => {
    log.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
  };
  process.on('unhandledRejection', note);
  return () => {
    process.off('unhandledRejection', note);
  };
}
