import type { GraphQLResolveInfo } from 'graphql';

import { rows, type Reading } from '../database/query';
import { reading } from '../database/reading';
import { redirectAddress } from '../editorial/rules/redirect';
import { env } from '../env';
import { kinds } from '../publishing/kinds';

import { noteKinds } from './answers/tags';
import { findArticle, type Article } from './articles';

/** A redirect as the contract tells of it. */
interface FoundRedirect extends Record<string, unknown> {
  documentId: string;
  from: string;
  /** Null if what stood there was withdrawn. */
  to: string | null;
}

interface Stored {
  document_id: string;
  from: string;
  to: string | null;
  kind: 'moved' | 'gone';
}

type Lookup = Article | { __typename: 'MovedArticle'; to: string } | { __typename: 'GoneArticle'; from: string } | null;

/** What stands at an article's address: a published article first of all, then what a redirect says of it. */
export function lookUpArticle(slug: string, info: GraphQLResolveInfo): Lookup | Promise<Lookup> {
  return reading(strapi, function* (): Reading<Lookup> {
    const article = yield* findArticle({ slug }, info);
    if (article) return article;
    const path = redirectAddress(`/articles/${slug}`, env().SITE_URL);
    const redirect = (yield* follow([path])).get(path);
    if (!redirect) return null;
    const { from, to } = redirect;
    return to === null ? { __typename: 'GoneArticle', from } : { __typename: 'MovedArticle', to };
  });
}

/** The redirect at a path, or null if there is none. */
export function findRedirect(path: string): FoundRedirect | null | Promise<FoundRedirect | null> {
  return reading(strapi, function* (): Reading<FoundRedirect | null> {
    const address = redirectAddress(path, env().SITE_URL);
    return (yield* follow([address])).get(address) ?? null;
  });
}

/** Where paths lead, by path. */
function* follow(paths: string[]): Reading<Map<string, FoundRedirect>> {
  noteKinds('redirect');
  const found = yield* redirectsWith('from', paths);
  const targets = found.flatMap(({ to }) => (to === null ? [] : [to]));
  const beyond = targets.length === 0 ? [] : yield* redirectsWith('from', targets);
  // What moved and was withdrawn since is withdrawn, wherever a visitor looks for it.
  const gone = new Set(beyond.flatMap(({ from, kind }) => (kind === 'gone' ? [from] : [])));
  return new Map(
    found.map(({ document_id, from, to }) => [
      from,
      { documentId: document_id, from, to: to === null || gone.has(to) ? null : to },
    ]),
  );
}

function* redirectsWith(column: 'from' | 'document_id', values: readonly string[]): Reading<Stored[]> {
  const { connection } = strapi.db;
  return yield* rows<Stored>(
    connection(kinds.redirect.table).whereIn(column, values).select('document_id', 'from', 'to', 'kind'),
  );
}

/** Redirects by documentId, in the order given; null for those that are not there. */
export function* redirectsById(ids: readonly string[]): Reading<(FoundRedirect | null)[]> {
  const stored = yield* redirectsWith('document_id', ids);
  const byPath = yield* follow(stored.map(({ from }) => from));
  const byId = new Map([...byPath.values()].map((redirect) => [redirect.documentId, redirect]));
  return ids.map((id) => byId.get(id) ?? null);
}
