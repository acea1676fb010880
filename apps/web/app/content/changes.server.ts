import { graphql } from '@clinic/types';

import { boundedConnect } from './bounded-fetch.server.ts';
import { ask } from './client.server.ts';
import { tagOf } from './dependencies.server.ts';

import { env } from '#app/config/env.server.ts';

/** What happened to a document, as much as a copy of the content must know. */
export interface Change {
  action: 'published' | 'updated' | 'moved' | 'withdrawn';
  /** As dependencies name it. */
  kind: string;
  key: string | null;
}

/** Changes in their order, and where they end. */
export interface ChangePart {
  /** `everything`: what is known belongs to another history. */
  changes: Change[] | 'everything';
  cursor: string;
  hasMore: boolean;
}

const contentChangesQuery = graphql(`
  query Changes($after: String!) {
    contentChanges(after: $after, first: 100) {
      nodes {
        action
        type
        slug
      }
      cursor
      hasMore
      isRestart
    }
  }
`);

/** Reads on in the change feed from a cursor. */
export async function readChanges(after: string): Promise<ChangePart> {
  const { nodes, cursor, hasMore, isRestart } = (await ask(contentChangesQuery, { after })).contentChanges;
  const changes = nodes.map(({ action, type, slug }) => ({
    action: action.toLowerCase() as Change['action'],
    kind: type.toLowerCase().replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase()),
    key: slug,
  }));
  return { changes: isRestart ? 'everything' : changes, cursor, hasMore };
}

/** Opens the CMS's stream of changes where a cursor left it. Only who has the site's token may. */
export function openChangeStream(cursor: string | null, signal: AbortSignal): Promise<Response> {
  return boundedConnect(
    `${env.cmsUrl}/changes/stream`,
    {
      headers: {
        ...(env.siteToken !== undefined && { Authorization: `Bearer ${env.siteToken}` }),
        ...(cursor !== null && { 'Last-Event-ID': cursor }),
      },
      signal,
    },
    4_000,
  );
}

/** What to purge after some changes. Who moved is known by its new address only, so nothing stays as it was. */
export function purgeFor(changes: ChangePart['changes']): { changed: string[] | 'everything'; withdrawn: string[] } {
  if (changes === 'everything') return { changed: 'everything', withdrawn: [] };
  const tags = ({ kind, key }: Change) => (key === null ? [kind] : [kind, tagOf(kind, key)]);
  const withdrawn = changes
    .filter(({ action }) => action === 'withdrawn')
    .map(({ kind, key }) => (key === null ? kind : tagOf(kind, key)));
  const isMoved = changes.some(({ action }) => action === 'moved');
  return { changed: isMoved ? 'everything' : [...new Set(changes.flatMap(tags))], withdrawn };
}
