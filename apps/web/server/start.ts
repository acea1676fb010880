import path from 'node:path';

import { createRequestHandler, type ServerBuild } from '@remix-run/node';
// eslint-disable-next-line import-x/no-unresolved -- made by Remix's Vite plugin
import * as build from 'virtual:remix/server-build';

import { openCache } from './cache/open.ts';
import { buildName, keepAssets } from './files/kept-assets.ts';
import { staticFiles } from './files/static-files.ts';
import { MediaLibrary } from './media/library.ts';
import { media } from './media/media.ts';
import { pages } from './pages/pages.ts';
import { run, writableFolder } from './run.ts';
import { ShareImages } from './share/share-images.ts';
import { share } from './share/share.ts';
import { createSite } from './site.ts';

import { env } from '#app/config/env.server.ts';
import { packageRoot } from '#app/config/root.server.ts';

const folderOf = (name: string) => writableFolder(path.join(env.dataDir, name));
const client = path.join(packageRoot, 'build/client');
const mediaFolder = folderOf('media');
const kept = folderOf('files');
keepAssets(path.join(client, 'assets'), path.join(kept, 'assets'));

const remix = createRequestHandler(build as ServerBuild, 'production');
const library = new MediaLibrary(mediaFolder, env.cmsUrl);
const shareImages = new ShareImages(folderOf('share'), library);
const { cache, start, stop } = openCache({
  env,
  remix,
  folder: folderOf('cache'),
  library,
  shareImages,
  build: buildName(path.join(packageRoot, 'build/server')),
});

const files = staticFiles(client, kept);
run(createSite({ cache, files, media: media(library), share: share(shareImages), pages: pages(remix) }), stop);
start();
