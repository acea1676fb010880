import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import type { Fields } from '../editorial/rules/fields';
import { tidyRedirect } from '../editorial/rules/redirect';
import { savingProblems } from '../editorial/rules/saving';
import { env } from '../env';
import { sameWork } from '../references/known';
import { beforeSave, followSave } from '../reviews/follow-save';

import { forgetFacts } from './facts';
import { draftProblems } from './gate';
import { kindOf, kinds, type Kind, type Ref } from './kinds';
import { problemsIn, refusal } from './refusal';
import type { Transaction } from './turn';
import { together, type Unit } from './unit';

const WRITES = new Set(['create', 'update', 'publish', 'unpublish', 'delete', 'discardDraft', 'clone']);

/** What changes a draft. */
const SAVES = new Set(['create', 'update', 'discardDraft', 'clone']);

interface Write {
  uid: string;
  action: string;
  params: unknown;
}

interface Params {
  documentId?: string;
  status?: string;
  data?: Fields;
}

/**
 * The one middleware around every write of public content. It opens one transaction, so that a write and everything that follows from it
 * are committed together or not at all; a refusal is a `ValidationError` that names the field in plain words.
 */
export function guardWrites(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const type = kindOf(context.uid);
    // Files are not written by the document service; see ./media.
    if (type === null || type === 'media' || !WRITES.has(context.action)) return next();
    const write: Write = context;
    try {
      return await together(strapi, async (unit) => {
        const params = write.params as Params;
        if (type === 'redirect' && params.data) params.data = tidyRedirect(params.data, env().SITE_URL);
        const { data } = params;
        const problems = data ? savingProblems(write.uid, data) : [];
        if (problems.length > 0) throw refusal(problems);
        const saves = type === 'article' && SAVES.has(write.action);
        const before = saves && write.action !== 'clone' ? await beforeSave(strapi, params.documentId) : null;
        const result = await Promise.resolve(next()).catch(async (error: unknown) => {
          throw await explained(strapi, type, write, error);
        });
        if (write.action === 'clone' && type === 'article') await forgetClone(strapi, result);
        if (saves) for (const documentId of savedIn(write, result)) await followSave(strapi, documentId, before);
        if (type === 'source' && write.action !== 'delete') await refuseSameWork(strapi, write, result);
        note(unit, type, write, result);
        return result;
      });
    } catch (error) {
      const problems = problemsIn(error, write.uid);
      throw problems ? refusal(problems) : error;
    }
  });
}

/** The documents whose draft a write has saved: a copy, never its original. */
function savedIn({ action, params }: Write, result: unknown): string[] {
  const { documentId, entries } = (result ?? {}) as { documentId?: string; entries?: { documentId: string }[] };
  const saved = documentId ?? entries?.[0]?.documentId ?? (action === 'clone' ? undefined : (params as Params).documentId);
  return saved === undefined ? [] : [saved];
}

/** Refuses a source for a work that the library has. It is asked of what was written, whichever way it came there. */
async function refuseSameWork(strapi: Core.Strapi, write: Write, result: unknown): Promise<void> {
  for (const documentId of savedIn(write, result)) {
    const problems = await sameWork(strapi, documentId);
    if (problems.length > 0) throw refusal(problems);
  }
}

/** Whether a write changes what visitors see. Saving a draft, copying it or throwing it away does not. */
function isPublic(type: Kind, { action, params }: Write): boolean {
  if (!kinds[type].hasDrafts) return action !== 'discardDraft';
  return ['publish', 'unpublish', 'delete'].includes(action) || (params as Params).status === 'published';
}

function note(unit: Unit, type: Kind, write: Write, result: unknown): void {
  if (!isPublic(type, write)) return;
  const { documentId: given } = write.params as Params;
  const ofResult = (result as { documentId?: string } | null)?.documentId;
  for (const documentId of new Set([write.action === 'clone' ? undefined : given, ofResult])) {
    if (documentId === undefined) continue;
    const ref: Ref = { type, documentId };
    unit.written.set(`${type} ${documentId}`, ref);
    if (write.action === 'delete') unit.deleted.push(ref);
  }
}

async function forgetClone(strapi: Core.Strapi, result: unknown): Promise<void> {
  const { documentId } = result as { documentId?: string };
  if (documentId !== undefined) await strapi.db.transaction(({ trx }: { trx: Transaction }) => forgetFacts(trx, documentId));
}

/** A refusal by Strapi's own validator while publishing, together with everything else that the draft still lacks. */
async function explained(strapi: Core.Strapi, type: Kind, write: Write, error: unknown): Promise<unknown> {
  const { documentId } = write.params as Params;
  const isPublishing = kinds[type].hasDrafts && isPublic(type, write) && documentId !== undefined;
  // Only Strapi's validator leaves the transaction fit for further questions.
  if (!(error instanceof errors.YupValidationError) || !isPublishing) return error;
  const problems = problemsIn(error, write.uid) ?? [];
  const fields = new Set(problems.map(({ path }) => path.join('.')));
  const others = (await draftProblems(strapi, { type, documentId })).filter(({ path }) => !fields.has(path.join('.')));
  return refusal([...problems, ...others]);
}
