import { errors } from '@strapi/utils';

import { inPlainWords, takenAddress } from '../editorial/rules/plain-words';
import type { Problem } from '../editorial/rules/problem';

/** An error that Strapi shows at the fields concerned and that undoes the write. */
export function refusal(problems: Problem[]): InstanceType<typeof errors.ValidationError> {
  const message = problems.length === 1 ? (problems[0]?.message ?? '') : `${problems.length} things need attention.`;
  return new errors.ValidationError(message, { errors: problems.map((problem) => ({ ...problem, name: 'ValidationError' })) });
}

const UNIQUE_VIOLATIONS = new Set(['SQLITE_CONSTRAINT_UNIQUE', '23505']);

/** What Strapi's own validator or the database found wrong with a document, in plain words; null for every other error. */
export function problemsIn(error: unknown, uid: string): Problem[] | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof errors.YupValidationError) {
    const { errors: fields } = error.details as { errors: { path: string[]; message: string }[] };
    return fields.map((field) => inPlainWords(uid, field));
  }
  const code = 'code' in error ? String(error.code) : '';
  return uid === 'api::article.article' && UNIQUE_VIOLATIONS.has(code) ? [takenAddress] : null;
}
