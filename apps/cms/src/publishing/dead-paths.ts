import { documentAt, isStandingPage, type AddressedKind } from '../contract/addresses';
import { CHANGES } from '../database/public-tables';

import { redirecting } from './redirects';
import type { Transaction } from './turn';

/** Which of these paths of the site lead a visitor to nothing. */
export async function findDead(trx: Transaction, paths: string[]): Promise<Set<string>> {
  const unknown = paths.filter((path) => !isStandingPage(path));
  if (unknown.length === 0) return new Set();
  const alive = new Set(await redirecting(trx, unknown));
  const byKind = new Map<AddressedKind, Map<string, string>>();
  for (const path of unknown) {
    const document = documentAt(path);
    if (!document) continue;
    const slugs = byKind.get(document.kind) ?? new Map<string, string>();
    byKind.set(document.kind, slugs.set(document.slug, path));
  }
  for (const [kind, slugs] of byKind) {
    const found = kind === 'media' ? await storedFiles(trx, [...slugs.keys()]) : await publicSlugs(trx, kind, [...slugs.keys()]);
    for (const slug of found) alive.add(slugs.get(slug) ?? '');
  }
  return new Set(unknown.filter((path) => !alive.has(path)));
}

async function publicSlugs(trx: Transaction, type: AddressedKind, slugs: string[]): Promise<string[]> {
  const rows = await trx(CHANGES).where({ type, is_live: true }).whereIn('slug', slugs).select<{ slug: string }[]>('slug');
  return rows.map(({ slug }) => slug);
}

async function storedFiles(trx: Transaction, names: string[]): Promise<string[]> {
  const hashes = names.map((name) => name.replace(/\.[^.]*$/, ''));
  const rows = await trx('files').whereIn('hash', hashes).select<{ hash: string; ext: string | null }[]>('hash', 'ext');
  return rows.map(({ hash, ext }) => `${hash}${ext ?? ''}`);
}
