import type { Guard, RequestHead } from './guard.ts';

/** The longest form of the site is far shorter; a server that buffers more can be filled up. */
export const MAX_BODY_BYTES = 32 * 1024;

const FORM = 'application/x-www-form-urlencoded';

/** Only forms have a body, of one type and a limited length. What comes without a length is counted while it is read. */
export const checkBody: Guard = (request) => {
  const { method, headers } = request;
  if (method !== 'POST') return hasBody(request) ? { status: 400 } : null;
  const [type, ...others] = headers['content-type'] ?? [];
  if (mediaType(type) !== FORM || others.length > 0 || headers['content-encoding']) return { status: 415 };
  return declaredLength(request) > MAX_BODY_BYTES ? { status: 413 } : null;
};

/** Whether a body follows the head of a request. */
export function hasBody(request: Pick<RequestHead, 'headers'>): boolean {
  return request.headers['transfer-encoding'] !== undefined || declaredLength(request) > 0;
}

function declaredLength({ headers }: Pick<RequestHead, 'headers'>): number {
  return Number(headers['content-length']?.[0] ?? 0);
}

function mediaType(header: string | undefined): string | undefined {
  return header?.split(';')[0]?.trim().toLowerCase();
}
