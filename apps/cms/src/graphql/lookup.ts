import type { GraphQLResolveInfo } from 'graphql';

import { readingAtOnce } from '../database/reading';

import { noteKinds } from './answers/tags';
import { oneArticle, type ArticleRow } from './articles';

const UID = 'api::redirect.redirect';

/** A redirect as the contract tells of it. */
interface FoundRedirect extends Record<string, unknown> {
  documentId: string;
  from: string;
  /** Null if what stood there was withdrawn. */
  to: string | null;
}

type Lookup = ArticleRow | { __typename: 'MovedArticle'; to: string } | { __typename: 'GoneArticle'; from: string } | null;

/** What stands at an article's address: a published article first of all, then what a redirect says of it. */
export async function lookUpArticle(slug: string, info: GraphQLResolveInfo): Promise<Lookup> {
  return readingAtOnce(strapi, async () => {
    const article = await oneArticle({ slug }, info);
    if (article) return article;
    const redirect = await followRedirect(`/articles/${slug}`);
    if (!redirect) return null;
    const { from, to } = redirect;
    return to === null ? { __typename: 'GoneArticle', from } : { __typename: 'MovedArticle', to };
  });
}

/** The redirect at a path, or null if there is none. */
export function findRedirect(path: string): Promise<FoundRedirect | null> {
  return readingAtOnce(strapi, () => followRedirect(path));
}

async function followRedirect(from: string): Promise<FoundRedirect | null> {
  noteKinds('redirect');
  const redirect = await redirectAt(from);
  if (!redirect) return null;
  const { documentId, to } = redirect;
  // What moved and was withdrawn since is withdrawn, wherever a visitor looks for it.
  const isGone = to === null || (await redirectAt(to))?.kind === 'gone';
  return { documentId, from, to: isGone ? null : to };
}

/** Redirects by documentId, in the order given; null for those that are not there. */
export function redirectsById(ids: readonly string[]): Promise<(FoundRedirect | null)[]> {
  return readingAtOnce(strapi, async () => {
    const rows = (await strapi.db.query(UID).findMany({ where: { documentId: { $in: ids } } })) as {
      documentId: string;
      from: string;
    }[];
    const found = await Promise.all(rows.map(({ from }) => followRedirect(from)));
    const byId = new Map(found.flatMap((redirect) => (redirect ? [[redirect.documentId, redirect] as const] : [])));
    return ids.map((id) => byId.get(id) ?? null);
  });
}

async function redirectAt(from: string): Promise<{ documentId: string; kind: 'moved' | 'gone'; to: string | null } | null> {
  return (await strapi.db.query(UID).findOne({ where: { from } })) as never;
}
