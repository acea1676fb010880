import type { Core } from '@strapi/strapi';

import { ARTICLES, TEXTS } from '../database/public-tables';
import { readingAtOnce } from '../database/reading';
import type { Transaction } from '../publishing/turn';

import { engineFor, type CategoryCount, type Hits } from './engine';
import { Finding } from './excerpt';
import { understand, type Question } from './query';
import type { Section } from './sections';
import { synonymsFrom } from './synonyms';
import { Vocabulary } from './vocabulary';

/** What a visitor looks for. */
export interface Search {
  text: string;
  /** The address of a category, to look only there. */
  category: string | null;
  start: number;
  limit: number;
}

/** An article that was found, and where in it. */
export interface Hit {
  documentId: string;
  finding: Finding;
}

export interface Found {
  hits: Hit[];
  total: number;
  /** How many there are in each category, whichever was asked for; the fullest first. */
  counts: CategoryCount[];
  corrected: string | null;
}

/** Searches the published articles. */
export function search(strapi: Core.Strapi, { text, category, start, limit }: Search): Promise<Found> {
  return readingAtOnce(strapi, async (trx) => {
    const question = await understand(text, new Vocabulary(trx), synonymsFrom(await glossary(trx)));
    if (question.terms.length === 0) return { hits: [], total: 0, counts: [], corrected: null };
    const categoryId = category === null ? null : await categoryOf(trx, category);
    const { ids, counts } = await match(strapi, trx, question, { categoryId, start, limit });
    const counted = counts.filter((one) => categoryId === null || one.categoryId === categoryId);
    const total = counted.reduce((sum, { count }) => sum + count, 0);
    return { hits: await describe(trx, ids, question), total, counts, corrected: question.corrected };
  });
}

/** Articles with everything that was asked for; if there are none, those with any of it. */
async function match(
  strapi: Core.Strapi,
  trx: Transaction,
  { terms }: Question,
  window: { categoryId: string | null; start: number; limit: number },
): Promise<Hits> {
  const engine = engineFor(strapi);
  const all = await engine.match(trx, terms, 'all', window);
  return all.counts.length === 0 && terms.length > 1 ? engine.match(trx, terms, 'any', window) : all;
}

/** The category at an address; one that has no articles if there is none. */
async function categoryOf(trx: Transaction, slug: string): Promise<string> {
  const row = await trx('categories').where({ slug }).first<{ document_id: string } | undefined>('document_id');
  return row?.document_id ?? '';
}

function glossary(trx: Transaction): Promise<{ term: string; alsoKnownAs: string | null }[]> {
  return trx('glossary_terms').select<{ term: string; alsoKnownAs: string | null }[]>('term', 'also_known_as as alsoKnownAs');
}

async function describe(trx: Transaction, ids: number[], { terms }: Question): Promise<Hit[]> {
  const stems = new Set(terms.flatMap(({ forms }) => forms.flat()));
  const rows = await trx(TEXTS)
    .join(ARTICLES, `${ARTICLES}.id`, `${TEXTS}.id`)
    .whereIn(`${TEXTS}.id`, ids)
    .select<{ id: number; document_id: string; sections: string }[]>(`${TEXTS}.id`, 'document_id', 'sections');
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    return [{ documentId: row.document_id, finding: new Finding(JSON.parse(row.sections) as Section[], stems) }];
  });
}
