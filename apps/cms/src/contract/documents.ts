import type { ArticleBody, RichText } from '@clinic/types';

import type { Kind } from '../publishing/kinds';

import { toBody, type StoredBlock } from './body';
import { mediaUrl, toImage, type Image, type StoredFile } from './image';
import { toRichText } from './rich-text';

type Row = Record<string, unknown>;

/** A document by the names of the contract: what of it is its own. What it leads to is named by identifiers (`…Id`, `…Ids`). */
export type Document = Row & { documentId: string };

/** An article's own facts; its text is kept apart, since most who read an article want only its card. */
export interface ArticleDocument extends Document {
  slug: string;
  title: string;
  categoryId: string | null;
  authorId: string | null;
  reviewerId: string | null;
  sourceIds: string[];
  relatedIds: string[];
}

const upper = (value: unknown) => String(value).toUpperCase();
const instant = (value: unknown) => new Date(value as string).toISOString();
const orNull = (value: unknown) => (value === '' ? null : (value ?? null));
const listOf = (value: unknown) => (value ?? []) as Row[];
const idOf = (linked: unknown) => (linked as { documentId: string } | null | undefined)?.documentId ?? null;
const idsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []);
const file = (value: unknown) => value as StoredFile | null | undefined;
const linesOf = (value: unknown) =>
  ((value as string | null) ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function only(row: Row, ...names: string[]): Row {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}

function seoOf(row: Row): Row {
  const seo = (row['seo'] ?? {}) as Row;
  return {
    title: orNull(seo['title']) ?? row['title'],
    description: orNull(seo['description']) ?? row['summary'],
    shareImage: toImage(file(seo['shareImage']), { decorative: true }),
    canonicalUrl: seo['canonicalUrl'] ?? null,
    noindex: seo['noindex'] === true,
  };
}

function coverOf(row: Row): Image | null {
  return toImage(file(row['cover']), { alt: row['coverAlt'] as string, decorative: row['coverDecorative'] as boolean });
}

const facts = {
  article: (row: Row) => ({
    ...only(row, 'slug', 'title', 'summary', 'shortAnswer', 'evidenceNote', 'contentNote', 'wordCount', 'readingMinutes'),
    ...only(row, 'reviewState', 'lastReviewed', 'reviewDue'),
    keyTakeaways: listOf(row['keyTakeaways']).map(({ text }) => text),
    cover: coverOf(row),
    evidence: upper(row['evidence']),
    seo: seoOf(row),
    firstPublishedAt: instant(row['firstPublishedAt'] ?? row['publishedAt']),
    publishedAt: instant(row['publishedAt']),
    updatedAt: instant(row['updatedAt']),
    categoryId: idOf(row['category']),
    authorId: idOf(row['author']),
    reviewerId: idOf(row['reviewer']),
    sourceIds: listOf(row['sources']).map(({ documentId }) => documentId),
    relatedIds: idsOf(row['relatedIds']),
  }),
  category: (row: Row) => ({
    ...only(row, 'slug', 'name', 'description', 'order'),
    palette: upper(row['palette']),
    updatedAt: instant(row['updatedAt']),
  }),
  clinic: (row: Row) => ({
    ...only(row, 'name', 'tagline', 'banner', 'homeHeading', 'homeIntro', 'phone', 'fax', 'email', 'timeZone', 'hoursNote'),
    disclaimer: row['disclaimer'],
    featuredIds: idsOf(row['featuredIds']),
    address: linesOf(row['address']),
    hours: listOf(row['hours']).map(({ weekday, opens, closes }) => ({
      weekday: upper(weekday),
      opens: opens ?? null,
      closes: closes ?? null,
    })),
    closures: listOf(row['closures']).map((closure) => only(closure, 'from', 'to', 'reason')),
    services: listOf(row['services']).map((service) => only(service, 'name', 'description')),
    crisisContacts: listOf(row['crisisContacts']).map((contact) => only(contact, 'label', 'detail', 'call', 'sms', 'url')),
    editorialPolicy: toRichText(row['editorialPolicy']),
    privacyPolicy: toRichText(row['privacyPolicy']),
    bookingText: toRichText(row['bookingText']),
    updatedAt: instant(row['updatedAt']),
  }),
  contributor: (row: Row) => ({
    ...only(row, 'slug', 'name', 'role', 'credentials', 'demo'),
    bio: toRichText(row['bio']),
    portrait: toImage(file(row['portrait']), { alt: row['name'] as string }),
    updatedAt: instant(row['updatedAt']),
  }),
  glossaryTerm: (row: Row) => ({
    ...only(row, 'slug', 'term', 'definition'),
    alsoKnownAs: linesOf(row['alsoKnownAs']),
    updatedAt: instant(row['updatedAt']),
  }),
  media: (row: Row) => ({
    url: mediaUrl(row as unknown as StoredFile),
    ...only(row, 'width', 'height'),
  }),
  source: (row: Row) => ({
    ...only(row, 'citationKey', 'authors', 'title', 'journal', 'year', 'volume', 'issue', 'pages', 'doi', 'pmid', 'url'),
    ...only(row, 'sampleSize', 'note', 'toVerify'),
    studyDesign: upper(row['studyDesign']),
    updatedAt: instant(row['updatedAt']),
  }),
} as const;

/** A kind of document that is kept finished; where a redirect leads depends on other redirects. */
export type FinishedKind = keyof typeof facts;

/** Whether documents of this kind are kept finished. */
export function isFinishedKind(kind: Kind): kind is FinishedKind {
  return kind in facts;
}

/** A stored document, populated with what is its own, as the contract tells of it. */
export function toDocument(kind: FinishedKind, row: Row & { documentId: string }): Document {
  return { documentId: row.documentId, ...facts[kind](row) };
}

/** An article's text, with every rich text in it written as JSON already: it is only passed on, and the largest part by far. */
export function toSealedBody(blocks: unknown): unknown[] {
  return toBody(blocks as StoredBlock[]).map((block) => withTexts(block, (text) => JSON.stringify(text)));
}

/** The blocks of a text that was sealed; any other is as it was. */
export function openBody(sealed: readonly unknown[]): ArticleBody {
  return sealed.map((block) =>
    withTexts(block as Row, (text) => (typeof text === 'string' ? (JSON.parse(text) as RichText) : text)),
  ) as unknown as ArticleBody;
}

/** A block with each rich text of it changed. */
function withTexts(block: object, change: (text: unknown) => unknown): Row {
  const all = block as Row;
  const orNone = (text: unknown) => (text == null ? null : change(text));
  switch (all['__typename']) {
    case 'RichTextBlock':
    case 'CalloutBlock':
    case 'CareCardBlock':
      return { ...all, content: change(all['content']) };
    case 'ComparisonTableBlock':
      return {
        ...all,
        rows: listOf(all['rows']).map((row) => ({ ...row, cells: (row['cells'] as unknown[]).map(change) })),
      };
    case 'TimelineBlock':
      return { ...all, entries: listOf(all['entries']).map((entry) => ({ ...entry, content: orNone(entry['content']) })) };
    case 'FigureBlock':
      return { ...all, caption: orNone(all['caption']) };
    case 'FaqBlock':
      return { ...all, items: listOf(all['items']).map((item) => ({ ...item, answer: change(item['answer']) })) };
    default:
      return all;
  }
}
