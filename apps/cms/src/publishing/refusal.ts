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

/**
 * A refusal of a second article at one address, in plain words, whether Strapi found it beforehand or the database did between two
 * editors; every other error as it is.
 */
export function asRefusal(error: unknown, uid: string): unknown {
  if (uid !== 'api::article.article' || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (!UNIQUE_VIOLATIONS.has(code) && !isTakenSlug(error)) return error;
  return refusal([{ path: ['slug'], message: 'Another published article already has this address. Choose a different slug.' }]);
}

/** Strapi's own check of the field, which only says that it "must be unique". */
function isTakenSlug(error: Error): boolean {
  if (!(error instanceof errors.YupValidationError)) return false;
  const { errors: fields } = error.details as { errors: { path: string[]; message: string }[] };
  return fields.length === 1 && fields[0]?.path.join('.') === 'slug' && fields[0].message.includes('unique');
}
