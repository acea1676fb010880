import type { Refusal } from '../guards/guard.ts';

/** How a request for a file is refused. */
export const fileRefusals = {
  readOnly: { status: 405, headers: { Allow: 'GET, HEAD' } },
  missing: { status: 404 },
  unavailable: { status: 503, headers: { 'Retry-After': '30' } },
} satisfies Record<string, Refusal>;
