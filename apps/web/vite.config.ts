import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';

import { precompress } from './server/precompress';

/** Makes our own server the entry of the server bundle, so that server and app share their modules (one environment, one log). */
const serverEntry: Plugin = {
  name: 'clinic:server-entry',
  enforce: 'post',
  config: (_config, { isSsrBuild }) => (isSsrBuild ? { build: { rollupOptions: { input: 'server/main.ts' } } } : undefined),
};

export default defineConfig(({ command }) => ({
  plugins: [
    remix({
      // The gallery of components is there while developing, and no part of what is built.
      routes: (define) => (command === 'serve' ? define((route) => route('design', 'design/gallery.tsx')) : {}),
      ignoredRouteFiles: ['**/*.css', '**/*.test.{ts,tsx}'],
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
    serverEntry,
    precompress(),
  ],
  build: {
    // Every asset is a file with a hash in its name: `data:` addresses are refused by the content security policy.
    assetsInlineLimit: 0,
    target: 'es2022',
  },
  // What the server writes while it runs must not reload pages.
  server: { watch: { ignored: ['**/.data/**', '**/build/**'] } },
}));
