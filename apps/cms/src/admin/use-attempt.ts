import { useNotification } from '@strapi/strapi/admin';

/** Everything that the CMS found wrong, or the one sentence it answered. */
export function wordsOf(error: unknown): string {
  const { details, message } = error as { details?: { errors?: { message: string }[] }; message?: string };
  const all = (details?.errors ?? []).map((problem) => problem.message);
  return all.length > 1 ? all.join(' ') : (message ?? 'That did not work.');
}

/** Lets something happen and says how it went: the sentence it ends with, or why it was refused. */
export function useAttempt(): (work: Promise<string>) => void {
  const { toggleNotification } = useNotification();
  return (work) => {
    work.then(
      (message) => {
        toggleNotification({ type: 'success', message });
      },
      (error: unknown) => {
        toggleNotification({ type: 'danger', message: wordsOf(error) });
      },
    );
  };
}
