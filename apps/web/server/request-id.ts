import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';

const HEADER = 'X-Request-Id';

/** A name that no other request has. */
export function newRequestId(): string {
  return randomBytes(6).toString('hex');
}

/** Gives a request the name under which the log and error pages speak of it; the answer carries it in `X-Request-Id`. */
export function nameRequest(response: ServerResponse): void {
  response.setHeader(HEADER, newRequestId());
}

/** The name given by {@link nameRequest}. */
export function requestIdOf(response: ServerResponse): string {
  return String(response.getHeader(HEADER));
}
