import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers a request, or leaves it to the next one. @returns whether it was answered */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Whether a request only reads. */
export function isRead({ method }: Pick<IncomingMessage, 'method'>): boolean {
  return method === 'GET' || method === 'HEAD';
}
