import path from 'node:path';

import { createRequestHandler, type ServerBuild } from '@remix-run/node';
// eslint-disable-next-line import-x/no-unresolved -- made by Remix's Vite plugin
import * as build from 'virtual:remix/server-build';

import { openCache } from './cache/open.ts';
import { buildName, keepAssets } from './files/kept-assets.ts';
import { staticFiles } from './files/static-files.ts';
import { keepTick } from './kept-tick.ts';
import { MediaLibrary } from './media/library.ts';
import { media } from './media/media.ts';
import { pages } from './pages/pages.ts';
import { run, writableFolder } from './run.ts';
import { ShareImages } from './share/share-images.ts';
import { share } from './share/share.ts';
import { createSite } from './site.ts';
import { socketBefore } from './take-over.ts';

import { env } from '#app/config/env.server.ts';
import { packageRoot } from '#app/config/root.server.ts';

keepTick();
const folderOf = (name: string) => writableFolder(path.join(env.dataDir, name));
const client = path.join(packageRoot, 'build/client');
const [mediaFolder, shareFolder, kept, cacheFolder] = [
  folderOf('media'),
  folderOf('share'),
  folderOf('files'),
  folderOf('cache'),
];
keepAssets(path.join(client, 'assets'), path.join(kept, 'assets'));
const files = staticFiles(client, kept);
const remix = createRequestHandler(build as ServerBuild, 'production');
const name = buildName(path.join(packageRoot, 'build/server'));

// What is kept belongs to one server at a time: nothing of it is opened before the one before has let go of it.
const socket = await socketBefore();
const library = new MediaLibrary(mediaFolder, env.cmsUrl);
const shareImages = new ShareImages(shareFolder, library);
const { cache, start, stop } = openCache({ env, remix, folder: cacheFolder, library, shareImages, build: name });
const site = createSite({ cache, files, media: media(library), share: share(shareImages), pages: pages(remix) });
run(site, { onStop: stop, socket });
start();
