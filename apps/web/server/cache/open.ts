import path from 'node:path';

import type { RequestHandler } from '@remix-run/node';

import { ownHosts } from '../guards/host.ts';
import type { MediaLibrary } from '../media/library.ts';
import type { ShareImages } from '../share/share-images.ts';

import { followChanges } from './follow.ts';
import { History } from './history.ts';
import { pageKeys } from './key.ts';
import { PageCache } from './page-cache.ts';
import { PageStore } from './page-store.ts';
import { Warmer } from './warm.ts';

import type { Environment } from '#app/config/environment.ts';
import { keptPages } from '#app/config/kept-pages.ts';
import { purgeFor, type ChangePart } from '#app/content/changes.server.ts';
import { securityHeaders } from '#app/http/security-headers.ts';

/** What the cache of a running site is made of. */
export interface OpenOptions {
  env: Environment;
  remix: RequestHandler;
  /** Where pages and what is known of them are kept between starts. */
  folder: string;
  library: MediaLibrary;
  shareImages: ShareImages;
  build: string;
}

/** The cache of a running site. */
export interface OpenCache {
  cache: PageCache;
  /** Begins to follow what changes, and to make pages ahead. */
  start: () => void;
  stop: () => Promise<void>;
}

/**
 * Opens the pages that are kept. Only who has the site's token can follow what changes; without it every page is made anew for everybody, and
 * what is kept is for when the CMS is away.
 */
export function openCache({ env, remix, folder, library, shareImages, build }: OpenOptions): OpenCache {
  const store = new PageStore(path.join(folder, 'pages'));
  const history = new History(path.join(folder, 'history.json'));
  const keyOf = pageKeys(keptPages);
  const isFollowing = env.siteToken !== undefined;
  const cache = new PageCache({
    store,
    history,
    keyOf,
    hosts: ownHosts(env),
    remix,
    origin: env.siteUrl,
    standingHeaders: securityHeaders({ https: env.siteUrl.startsWith('https:') }),
    build: `${build} ${env.siteUrl}`,
    isFollowing,
  });
  const warmer = new Warmer({ cache, store, keyOf, origin: env.siteUrl, obtain: (address) => library.obtain(address) });
  let stopFollowing: (() => void) | undefined;

  function take(changes: ChangePart['changes'], cursor: string): void {
    const purge = purgeFor(changes);
    history.advance(purge, cursor);
    if (purge.changed.length === 0) return;
    void cache.purged(purge);
    for (const file of withdrawn('media', changes)) void library.withdraw(path.posix.basename(file));
    for (const slug of withdrawn('article', changes)) void shareImages.withdraw(slug);
    warmer.changed();
  }

  return {
    cache,
    start: () => {
      if (!isFollowing) return;
      stopFollowing = followChanges({ cursor: () => history.cursor, take });
      warmer.wake();
    },
    stop: async () => {
      stopFollowing?.();
      warmer.stop();
      await store.close();
    },
  };
}

function withdrawn(wanted: string, changes: ChangePart['changes']): string[] {
  if (changes === 'everything') return [];
  return changes.flatMap(({ action, kind, key }) => (action === 'withdrawn' && kind === wanted && key !== null ? [key] : []));
}
