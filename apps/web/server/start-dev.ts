import path from 'node:path';

import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { createServer } from 'vite';

import type { Handler } from './handler.ts';
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
const library = new MediaLibrary(folderOf('media'), env.cmsUrl);

/** Vite serves the browser's modules; before it is up nobody can ask. */
const files: Handler = (request, response) =>
  new Promise((resolve) => {
    response.once('close', () => {
      resolve(true);
    });
    vite.middlewares(request, response, () => {
      resolve(false);
    });
  });

const site = createSite({
  files,
  media: media(library),
  share: share(new ShareImages(folderOf('share'), library)),
  pages: pages(
    createRequestHandler(() => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>, 'development'),
  ),
});

const vite = await createServer({
  root: packageRoot,
  appType: 'custom',
  server: { middlewareMode: { server: site }, hmr: { server: site } },
});

// Remix's plugin runs a Vite of its own, which would end the process before our visitors are done.
process.removeAllListeners('SIGTERM');
run(site, { onStop: () => vite.close() });
