import type { Guard } from './guard.ts';

const ALLOWED = ['GET', 'HEAD', 'POST'];

/** The site is read, and forms are sent to it; nothing else. */
export const checkMethod: Guard = ({ method }) =>
  ALLOWED.includes(method) ? null : { status: 405, headers: { Allow: ALLOWED.join(', ') } };
