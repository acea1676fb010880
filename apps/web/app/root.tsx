import { data, type LinksFunction, type MetaFunction } from '@remix-run/node';
import { Links, Meta, Outlet, useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';

import { CrisisStrip } from './components/crisis-strip/crisis-strip.tsx';
import { useChrome } from './components/frame/use-chrome.ts';
import { RouteError } from './components/route-error/route-error.tsx';
import { SiteFooter } from './components/site-footer/site-footer.tsx';
import { SiteHeader } from './components/site-header/site-header.tsx';
import { SkipLink } from './components/skip-link/skip-link.tsx';
import { env } from './config/env.server.ts';
import { atomFeedPath, jsonFeedPath, manifestPath } from './config/paths.ts';
import { site } from './config/site.ts';
import { knownClinic } from './content/clinic.server.ts';
import { ContentError } from './content/content-error.ts';
import { log } from './http/log.server.ts';
import { PageScripts } from './http/page-scripts.tsx';
import { cacheHeaders, forwardCacheHeaders } from './http/responses.ts';
import { toChrome } from './models/clinic.ts';
import type { Frame } from './models/frame.ts';
import { toSiteShareCard } from './models/share-card.ts';
import { pageMeta } from './seo/page-meta.ts';
import { siteShareImage } from './seo/share-image.server.ts';
import textFont from './styles/fonts/atkinson-text.woff2?url';
import displayFont from './styles/fonts/newsreader-display.woff2?url';
import styles from './styles/index.css?url';

/** The frame stands without the CMS; a page that needed it says so by itself, and none of them is kept. */
export async function loader() {
  const frame = (clinic: Parameters<typeof toChrome>[0]): Frame => {
    const chrome = toChrome(clinic);
    return { chrome, origin: env.siteUrl, shareImage: siteShareImage(toSiteShareCard(chrome)) };
  };
  try {
    return data(frame(await knownClinic.ask()));
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    log.error('content unavailable', { operation: error.operation, kind: error.kind, cause: error.cause });
    return data(frame(await knownClinic.last()), { headers: cacheHeaders('never') });
  }
}

export const headers = forwardCacheHeaders;

export const links: LinksFunction = () => [
  ...[displayFont, textFont].map((href) => ({
    rel: 'preload' as const,
    as: 'font' as const,
    type: 'font/woff2',
    href,
    crossOrigin: 'anonymous' as const,
  })),
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
  { rel: 'manifest', href: manifestPath },
  { rel: 'alternate', type: 'application/atom+xml', title: 'Articles', href: atomFeedPath },
  { rel: 'alternate', type: 'application/feed+json', title: 'Articles', href: jsonFeedPath },
];

/** Only error pages come here: every page has a `meta` of its own. */
export const meta: MetaFunction = (args) => pageMeta(args, undefined);

/** The document around every page and every error page. */
export function Layout({ children }: { children: ReactNode }) {
  const chrome = useChrome();
  const { pathname } = useLocation();
  return (
    <html lang={site.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <SkipLink />
        <CrisisStrip contacts={chrome.crisis} />
        <SiteHeader name={chrome.name} pathname={pathname} banner={chrome.banner} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter chrome={chrome} />
        <PageScripts />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <RouteError />;
}
