import type { UID } from '@strapi/strapi';

/** What the rules of publishing must know of a kind of content that visitors can read. */
interface KindFacts {
  uid: UID.ContentType;
  table: string;
  /** The attribute that names a document in its address, and the column that keeps it. */
  key: { attribute: string; column: string } | null;
  /** Whether saving leaves the public version alone until somebody publishes. */
  hasDrafts: boolean;
  /** Whether visitors see it only while something public refers to it. */
  onlyIfUsed: boolean;
}

const slug = { attribute: 'slug', column: 'slug' };

export const kinds = {
  article: { uid: 'api::article.article', table: 'articles', key: slug, hasDrafts: true, onlyIfUsed: false },
  category: { uid: 'api::category.category', table: 'categories', key: slug, hasDrafts: false, onlyIfUsed: false },
  clinic: { uid: 'api::clinic.clinic', table: 'clinic', key: null, hasDrafts: true, onlyIfUsed: false },
  contributor: { uid: 'api::contributor.contributor', table: 'contributors', key: slug, hasDrafts: false, onlyIfUsed: true },
  glossaryTerm: {
    uid: 'api::glossary-term.glossary-term',
    table: 'glossary_terms',
    key: slug,
    hasDrafts: false,
    onlyIfUsed: false,
  },
  media: {
    uid: 'plugin::upload.file',
    table: 'files',
    key: { attribute: 'url', column: 'url' },
    hasDrafts: false,
    onlyIfUsed: true,
  },
  redirect: {
    uid: 'api::redirect.redirect',
    table: 'redirects',
    key: { attribute: 'from', column: 'from' },
    hasDrafts: false,
    onlyIfUsed: false,
  },
  source: {
    uid: 'api::source.source',
    table: 'sources',
    key: { attribute: 'citationKey', column: 'citation_key' },
    hasDrafts: false,
    onlyIfUsed: true,
  },
} as const satisfies Record<string, KindFacts>;

/** A kind of content that visitors can read. */
export type Kind = keyof typeof kinds;

const everyKind = Object.keys(kinds) as Kind[];

/** Every kind; what only counts as public while something refers to it comes last, when all references are known. */
export const usersFirst = [...everyKind].sort((a, b) => Number(kinds[a].onlyIfUsed) - Number(kinds[b].onlyIfUsed));

/** A document, by what identifies it for good. */
export interface Ref {
  type: Kind;
  documentId: string;
}

/** The kind of a content type, or null if visitors never see it. */
export function kindOf(uid: string): Kind | null {
  return everyKind.find((kind) => kinds[kind].uid === uid) ?? null;
}

/** Whether visitors see this kind only while something public refers to it. */
export function isOnlyIfUsed(type: string): type is 'contributor' | 'media' | 'source' {
  return type in kinds && kinds[type as Kind].onlyIfUsed;
}
