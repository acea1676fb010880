import type { IncomingMessage, ServerResponse } from 'node:http';

import send from 'send';

/** A file to answer with. */
export interface FileAnswer {
  /** The folder that is never left. */
  root: string;
  /** Relative to it. */
  file: string;
  headers: Record<string, string>;
}

/** What a file that is no page has no use for, and would be half as long again with, if it is a small one. */
const ofPagesOnly = ['Permissions-Policy', 'Cross-Origin-Opener-Policy'];

/** Answers with a file: validators, ranges and `HEAD` included. @returns false if there is no such file (any more) */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { root, file, headers }: FileAnswer,
): Promise<boolean> {
  return new Promise((resolve) => {
    response.once('close', () => {
      resolve(true);
    });
    send(request, `/${file}`, { root, cacheControl: false, dotfiles: 'ignore', index: false })
      .on('headers', () => {
        for (const name of ofPagesOnly) response.removeHeader(name);
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      })
      .on('directory', () => {
        resolve(false);
      })
      .on('error', (error: SendError) => {
        if (response.headersSent) response.destroy();
        else if (error.status === 404) resolve(false);
        else response.writeHead(error.status, error.headers).end();
      })
      .pipe(response);
  });
}

/** A condition of the request that does not hold, a range that does not exist, a file that cannot be read. */
interface SendError extends Error {
  status: number;
  headers?: Record<string, string>;
}
