import type { Core } from '@strapi/strapi';

import { announceChanges } from '../changes/announce';
import type { Problem } from '../editorial/rules/problem';
import type { WrittenRedirect } from '../editorial/rules/redirect';
import { reviewProblems } from '../reviews/gate';

import { problemsOf } from './gate';
import { deletionProblems, renamingProblems } from './protection';
import { refusal } from './refusal';
import { Settlement, type Settled } from './settlement';
import type { Turn } from './turn';
import type { Unit } from './unit';
import { WrittenRedirects } from './written-redirects';

/**
 * Draws the consequences of a unit of writes before it commits: everything derived is brought in step, then the outcome is judged.
 * @throws a refusal naming every problem; the transaction is to be rolled back
 */
export async function conclude(strapi: Core.Strapi, { trx, onCommit }: Turn, unit: Unit): Promise<void> {
  const refs = [...unit.written.values()];
  if (refs.length === 0) return;
  const settlement = new Settlement(strapi, trx);
  const settled = await settlement.settle(refs, true);
  const written = new WrittenRedirects(trx, settlement.redirects);

  const problems: Problem[] = [];
  for (const one of settled) {
    const isDeleted = unit.deleted.some(({ type, documentId }) => type === one.ref.type && documentId === one.ref.documentId);
    const own = [
      ...(isDeleted ? await deletionProblems(trx, one) : await renamingProblems(trx, one)),
      ...(one.now ? await problemsOf(trx, one.ref.type, one.now.row) : []),
      ...(one.now && one.ref.type === 'article' ? await reviewProblems(strapi, one.now.row) : []),
      ...(one.now && one.ref.type === 'redirect' ? await written.problems(one.now.row as unknown as WrittenRedirect) : []),
    ];
    problems.push(...(settled.length > 1 ? own.map((problem) => named(problem, one)) : own));
  }
  if (problems.length > 0) throw refusal(problems);

  for (const { ref, now } of settled) {
    if (ref.type === 'redirect' && now)
      await settlement.settle(await written.shorten(now.row as unknown as WrittenRedirect), true);
  }
  if (settlement.feed.hasWritten) await announceChanges(strapi, trx, onCommit);
}

/** Several documents were written: say which one is meant. */
function named({ message, ...rest }: Problem, { now }: Settled): Problem {
  const { title, name, term } = (now?.row ?? {}) as { title?: string; name?: string; term?: string };
  const who = title ?? name ?? term;
  return { ...rest, message: who === undefined ? message : `${who}: ${message}` };
}
