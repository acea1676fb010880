import { countWords, readingMinutes, toPlainText } from '@clinic/types';

import { bodyPopulate, toBody, type StoredBlock } from '../contract/body';
import { toDocument, type Document, type FinishedKind } from '../contract/documents';
import { checkGrid } from '../editorial/rules/grid';

import type { Grant } from './grant';

type Row = Record<string, unknown> & { documentId: string };
type Related = { documentId: string }[] | undefined;

const ARTICLE = 'api::article.article';
const CLINIC = 'api::clinic.clinic';

const person = { populate: { portrait: true } };

const articlePopulate = {
  category: true,
  cover: true,
  keyTakeaways: true,
  body: bodyPopulate,
  sources: true,
  author: person,
  reviewer: person,
  related: { select: ['documentId'] },
  seo: { populate: { shareImage: true } },
};

const clinicPopulate = {
  hours: true,
  closures: true,
  services: true,
  crisisContacts: true,
  featuredArticles: { select: ['documentId'] },
};

const where = ({ documentId, version }: Grant) => ({
  documentId,
  publishedAt: version === 'draft' ? null : { $notNull: true },
});

const identifiers = (related: unknown): string[] => ((related as Related) ?? []).map(({ documentId }) => documentId);

function filled(row: Record<string, unknown>, defaults: Record<string, unknown>): Record<string, unknown> {
  return { ...row, ...Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, row[name] ?? value])) };
}

/** What a block of a draft may still lack and a page has to have. */
const blockDefaults: Record<string, Record<string, unknown>> = {
  'body.callout': { tone: 'note' },
  'body.care-card': { urgency: 'routine', heading: '' },
  'body.comparison-table': { caption: '' },
};

const itemDefaults: Record<string, Record<string, Record<string, unknown>>> = {
  'body.do-dont-list': { dos: { text: '' }, donts: { text: '' } },
  'body.timeline': { entries: { date: '', title: '' } },
  'body.faq': { items: { question: '' } },
};

function completeBlock(block: Record<string, unknown> & { __component: string }): StoredBlock[] {
  if (block.__component === 'body.comparison-table' && checkGrid(block['grid'], []).length > 0) return [];
  const items = Object.entries(itemDefaults[block.__component] ?? {}).map(([list, defaults]) => [
    list,
    ((block[list] as Record<string, unknown>[] | undefined) ?? []).map((item) => filled(item, defaults)),
  ]);
  return [{ ...filled(block, blockDefaults[block.__component] ?? {}), ...Object.fromEntries(items) } as StoredBlock];
}

/**
 * The article that a grant is for, as the contract tells of one. What a draft still lacks is filled with what shows least: a page
 * can be looked at before it is finished.
 */
export async function previewedArticle(grant: Grant): Promise<Document | null> {
  const row = (await strapi.db.query(ARTICLE).findOne({ where: where(grant), populate: articlePopulate as never })) as Row | null;
  if (!row) return null;
  const body = toBody(((row['body'] ?? []) as Parameters<typeof completeBlock>[0][]).flatMap(completeBlock));
  const words = countWords(toPlainText(body));
  const article = {
    ...filled(row, { title: 'Untitled', slug: 'untitled', summary: '', shortAnswer: '', evidence: 'early' }),
    documentId: row.documentId,
    wordCount: words,
    readingMinutes: readingMinutes(words),
    relatedIds: identifiers(row['related']),
    firstPublishedAt: row['firstPublishedAt'] ?? row['updatedAt'],
    publishedAt: row['publishedAt'] ?? row['updatedAt'],
  };
  return {
    ...toDocument('article', article),
    body,
    category: finishedOne('category', row['category']),
    author: finishedOne('contributor', row['author']),
    reviewer: finishedOne('contributor', row['reviewer']),
    sources: ((row['sources'] ?? []) as Row[]).map((source) => toDocument('source', source)),
  };
}

const finishedOne = (kind: FinishedKind, linked: unknown) => (linked == null ? null : toDocument(kind, linked as Row));

const clinicTexts = ['name', 'tagline', 'homeHeading', 'homeIntro', 'phone', 'email', 'disclaimer'];

/** The clinic's facts that a grant is for; see {@link previewedArticle}. */
export async function previewedClinic(grant: Grant): Promise<Document | null> {
  const row = (await strapi.db.query(CLINIC).findOne({ where: where(grant), populate: clinicPopulate as never })) as Row | null;
  if (!row) return null;
  const complete = (list: string, defaults: Record<string, unknown>) =>
    ((row[list] as Record<string, unknown>[] | undefined) ?? []).map((item) => filled(item, defaults));
  const day = String(row['updatedAt']).slice(0, 10);
  return toDocument('clinic', {
    ...filled(row, Object.fromEntries(clinicTexts.map((name) => [name, '']))),
    documentId: row.documentId,
    timeZone: row['timeZone'] ?? 'America/New_York',
    hours: ((row['hours'] as { weekday?: string }[] | undefined) ?? []).filter(({ weekday }) => weekday),
    closures: complete('closures', { from: day, to: day, reason: '' }),
    services: complete('services', { name: '', description: '' }),
    crisisContacts: complete('crisisContacts', { label: '', detail: '' }),
    featuredIds: identifiers(row['featuredArticles']),
  });
}

/** When the previewed document was last saved; changes with every save. Null if it is not there. */
export async function previewedVersion(grant: Grant): Promise<string | null> {
  const uid = grant.type === 'article' ? ARTICLE : CLINIC;
  const row = (await strapi.db.query(uid).findOne({ where: where(grant), select: ['id', 'updatedAt'] })) as {
    id: number;
    updatedAt: string;
  } | null;
  return row && `${row.id} ${new Date(row.updatedAt).getTime()}`;
}
