import { STATUS_CODES, validateHeaderName, validateHeaderValue, type ServerResponse } from 'node:http';

/** How long a connection stays open on which nothing is asked. */
export const KEEP_ALIVE_MS = 5_000;

/** One header field. */
export type Field = [name: string, value: string];

/** Where Node keeps a head that is ready to be sent. */
type Prepared = ServerResponse & { _header: string };

/**
 * What stands before the body of an answer that is given again and again. `writeHead` would look at every character of it for every visitor,
 * which takes a fifth of the time of an answer from memory: see docs/decisions/023.
 */
export class Head {
  #text = '';
  /** The second for which the text was written. */
  #second = 0;

  /** @throws {TypeError} if one of the fields may not be sent */
  constructor(
    private readonly status: number,
    private readonly fields: readonly Field[],
  ) {
    for (const [name, value] of fields) {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    }
  }

  /** Makes it the head of a response, as `writeHead` would. @param more fields that only this answer has */
  write(response: ServerResponse, more: readonly Field[] = []): void {
    if (more.length > 0 || !isPlain(response)) {
      response.writeHead(this.status, [...this.fields, ...more].flat());
      return;
    }
    response.statusCode = this.status;
    (response as Prepared)._header = this.#textNow();
  }

  #textNow(): string {
    const second = Math.floor(Date.now() / 1_000);
    if (second !== this.#second) {
      this.#second = second;
      this.#text = [
        `HTTP/1.1 ${this.status} ${STATUS_CODES[this.status] ?? ''}`,
        ...this.fields.map(([name, value]) => `${name}: ${value}`),
        `Date: ${new Date(second * 1_000).toUTCString()}`,
        'Connection: keep-alive',
        `Keep-Alive: timeout=${KEEP_ALIVE_MS / 1_000}`,
        '\r\n',
      ].join('\r\n');
    }
    return this.#text;
  }
}

/** Whether the answer has no field of its own, and another one may follow on the same connection. */
function isPlain(response: ServerResponse): boolean {
  return response.shouldKeepAlive && response.getHeaderNames().length === 0;
}
