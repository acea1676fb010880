import { errors } from '@strapi/utils';

/** A problem with one field of a document: where, and what to do about it in plain words. */
export interface Problem {
  path: (string | number)[];
  message: string;
}

/** An error that Strapi shows at the fields concerned and that undoes the write. */
export function refusal(problems: Problem[]): InstanceType<typeof errors.ValidationError> {
  const message = problems.length === 1 ? (problems[0]?.message ?? '') : `${problems.length} things need attention.`;
  return new errors.ValidationError(message, { errors: problems.map((problem) => ({ ...problem, name: 'ValidationError' })) });
}

const UNIQUE_VIOLATIONS = new Set(['SQLITE_CONSTRAINT_UNIQUE', '23505']);

/** The database's own refusal of a second published article at one address, in plain words; every other error as it is. */
export function asRefusal(error: unknown, uid: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (uid === 'api::article.article' && UNIQUE_VIOLATIONS.has(code)) {
    return refusal([{ path: ['slug'], message: 'Another published article already has this address. Choose a different slug.' }]);
  }
  return error;
}
