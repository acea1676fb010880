import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';

import { readCursor, writeCursor } from '../changes/cursor';
import type { Change } from '../changes/feed';
import { actionSince, readChanges } from '../changes/read';
import { reading } from '../database/reading';
import { kinds, type Kind } from '../publishing/kinds';

import { noteKinds } from './answers/tags';
import { articlesById } from './articles';
import { badInput } from './bad-input';
import { documentsInOrder } from './documents';
import { redirectsById } from './lookup';

export interface ChangesArgs {
  after?: string | null;
  first?: number | null;
}

const MOST = 100;

/** A change as the contract tells of it; the document is looked up only if asked for. */
export interface ToldChange extends Change {
  since: number;
}

/** The part of the change feed after a cursor. */
export async function contentChanges({ after, first }: ChangesArgs) {
  noteKinds(...(Object.keys(kinds) as Kind[]));
  const limit = first ?? 25;
  if (limit < 1 || limit > MOST) throw badInput(`first must be from 1 to ${MOST}; ${limit} was asked for.`);
  const cursor = after == null ? null : readCursor(after);
  if (after != null && cursor === null) throw badInput('after must be a cursor from an earlier answer.');
  const part = await reading(strapi, () => readChanges(cursor, limit));
  const since = part.isRestart ? 0 : (cursor?.position ?? 0);
  return {
    nodes: part.changes.map((change): ToldChange => ({ ...change, since })),
    cursor: writeCursor(part.cursor),
    hasMore: part.hasMore,
    isRestart: part.isRestart,
  };
}

/** `glossaryTerm` as the contract writes it. */
const upperSnake = (kind: Kind) => kind.replace(/[A-Z]/g, '_$&').toUpperCase();
const typeName = (kind: Kind) => (kind === 'media' ? 'MediaFile' : kind.charAt(0).toUpperCase() + kind.slice(1));

export const changeFields = {
  action: (change: ToldChange) => actionSince(change, change.since).toUpperCase(),
  type: ({ type }: ToldChange) => upperSnake(type),
  document: async ({ type, documentId, isLive }: ToldChange, _args: object, context: object, info: GraphQLResolveInfo) => {
    if (!isLive) return null;
    const document = await documentOf(type, documentId, context, info);
    return document && { ...document, __typename: typeName(type) };
  },
};

type Found = Record<string, unknown> | null;

async function documentOf(kind: Kind, documentId: string, context: object, info: GraphQLResolveInfo): Promise<Found> {
  if (kind === 'article') return (await articlesById([documentId], context, info))[0] ?? null;
  return loaderFor(kind, context).load(documentId);
}

type Loaders = Partial<Record<Kind, DataLoader<string, Found>>>;
const loadersOfRequest = new WeakMap<object, Loaders>();

/** One query for all documents of a kind in an answer. */
function loaderFor(kind: Exclude<Kind, 'article'>, context: object): DataLoader<string, Found> {
  const loaders = loadersOfRequest.get(context) ?? {};
  loadersOfRequest.set(context, loaders);
  return (loaders[kind] ??= new DataLoader<string, Found>(async (ids) =>
    reading<Found[]>(strapi, () => (kind === 'redirect' ? redirectsById(ids) : documentsInOrder(kind, ids))),
  ));
}
