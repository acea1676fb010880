import { randomBytes } from 'node:crypto';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

const SHORTEST = 12;
const MOST_BYTES = 72;

interface AuthService {
  hashPassword: (password: string) => Promise<string>;
}

/**
 * Holds every administrator's password to 12 characters or more, and to the 72 bytes that bcrypt reads: what comes after them would
 * not count. Strapi alone is content with 8, and checks the upper bound on some ways only.
 */
export function requireStrongPasswords(strapi: Core.Strapi): void {
  const auth = strapi.service('admin::auth') as unknown as AuthService;
  const hash = auth.hashPassword;
  auth.hashPassword = async (password) => {
    const problem = passwordProblem(password);
    if (problem !== null) {
      throw new errors.ValidationError(problem, { errors: [{ path: ['password'], name: 'ValidationError', message: problem }] });
    }
    return hash(password);
  };
}

/** What is wrong with a password, in plain words; null if nothing is. */
export function passwordProblem(password: string): string | null {
  if (password.length < SHORTEST) return `A password needs at least ${SHORTEST} characters.`;
  return Buffer.byteLength(password) > MOST_BYTES ? `A password may have at most ${MOST_BYTES} bytes.` : null;
}

/** A random password that holds what Strapi asks for: a digit, a small and a capital letter. */
export function newPassword(): string {
  const password = randomBytes(15).toString('base64url');
  return [/\d/, /[a-z]/, /[A-Z]/].every((kind) => kind.test(password)) ? password : newPassword();
}
