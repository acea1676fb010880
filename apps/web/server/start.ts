import path from 'node:path';

import { createRequestHandler, type ServerBuild } from '@remix-run/node';
// eslint-disable-next-line import-x/no-unresolved -- made by Remix's Vite plugin
import * as build from 'virtual:remix/server-build';

import { staticFiles } from './files/static-files.ts';
import { media } from './media/media.ts';
import { pages } from './pages/pages.ts';
import { run, writableFolder } from './run.ts';
import { createSite } from './site.ts';

import { env } from '#app/config/env.server.ts';
import { packageRoot } from '#app/config/root.server.ts';

const folder = writableFolder(path.join(env.dataDir, 'media'));

run(
  createSite({
    files: staticFiles(path.join(packageRoot, 'build/client')),
    media: media({ folder, cmsUrl: env.cmsUrl }),
    pages: pages(createRequestHandler(build as ServerBuild, 'production')),
  }),
);
