import { addressOf, isAddressed } from '../contract/addresses';
import { ARTICLES, REFERENCES } from '../database/public-tables';
import { worksOfSource } from '../editorial/rules/links';
import type { Problem } from '../editorial/rules/problem';

import { kinds, type Ref } from './kinds';
import { referring } from './reference-table';
import type { Settled } from './settlement';
import type { Transaction } from './turn';

const NAMED = 3;

/** Why a document that published pages depend on may not be deleted, naming the pages. */
export async function deletionProblems(trx: Transaction, { ref, before }: Settled): Promise<Problem[]> {
  if (!before?.isLive) return [];
  const addresses = isAddressed(ref.type) && before.slug !== null ? [addressOf(ref.type, before.slug)] : [];
  const pages = await referring(trx, ref, addresses);
  return pages.length === 0 ? [] : [await dependencyProblem(trx, 'This', pages)];
}

/** That something may not be deleted, because these published pages depend on it. */
export async function dependencyProblem(trx: Transaction, what: string, pages: Ref[]): Promise<Problem> {
  const message = `${what} cannot be deleted, because published pages depend on it: ${await namesOf(trx, pages)}. Change those first.`;
  return { path: [], message };
}

/** Why a name by which published texts refer to something may not change: no redirect helps an anchor or a citation. */
export async function renamingProblems(trx: Transaction, settled: Settled): Promise<Problem[]> {
  if (settled.ref.type === 'glossaryTerm') return renamedTerm(trx, settled);
  return settled.ref.type === 'source' ? renamedSource(trx, settled) : [];
}

async function renamedTerm(trx: Transaction, { ref, before, now }: Settled): Promise<Problem[]> {
  if (!now || before?.slug == null || before.slug === now.slug) return [];
  const pages = await referring(trx, { type: ref.type, documentId: '' }, [addressOf('glossaryTerm', before.slug)]);
  if (pages.length === 0) return [];
  return [
    {
      path: ['slug'],
      message: `Published pages link to this term by its address: ${await namesOf(trx, pages)}. Change those links first.`,
    },
  ];
}

/** Texts cite a source by its DOI or key; both can change here without any article being published. */
async function renamedSource(trx: Transaction, { ref, now }: Settled): Promise<Problem[]> {
  if (!now) return [];
  const citing = await referring(trx, ref, []);
  const unresolved: Ref[] = [];
  for (const article of citing) if (await hasUnresolvedCitation(trx, article)) unresolved.push(article);
  if (unresolved.length === 0) return [];
  return [
    {
      path: ['doi'],
      message: `Published texts cite this work by its present DOI or key: ${await namesOf(trx, unresolved)}. Change those citations first.`,
    },
  ];
}

async function hasUnresolvedCitation(trx: Transaction, { type, documentId }: Ref): Promise<boolean> {
  const rows = await trx(REFERENCES)
    .where({ type, document_id: documentId })
    .whereIn('target_type', ['work', 'source'])
    .select<{ target_type: string; target: string }[]>('target_type', 'target');
  const listed = rows.filter((row) => row.target_type === 'source').map(({ target }) => target);
  const sources = await trx(kinds.source.table)
    .whereIn('document_id', listed)
    .select<{ doi: string | null; citationKey: string }[]>('doi', 'citation_key as citationKey');
  const known = new Set(sources.flatMap(worksOfSource));
  return rows.some((row) => row.target_type === 'work' && !known.has(row.target));
}

/** The pages' names, the first few of them. */
async function namesOf(trx: Transaction, pages: Ref[]): Promise<string> {
  const shown = pages.slice(0, NAMED);
  const names: string[] = [];
  for (const page of shown) names.push(await nameOf(trx, page));
  const more = pages.length - shown.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

async function nameOf(trx: Transaction, { type, documentId }: Ref): Promise<string> {
  if (type === 'clinic') return 'the clinic page';
  if (type === 'article') {
    const article = await trx(ARTICLES).where({ document_id: documentId }).first<{ title: string } | undefined>('title');
    return `“${article?.title ?? documentId}”`;
  }
  const person = await trx(kinds.contributor.table)
    .where({ document_id: documentId })
    .first<{ name: string } | undefined>('name');
  return `the profile of ${person?.name ?? documentId}`;
}
