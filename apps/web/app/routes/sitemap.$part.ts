import type { LoaderFunctionArgs } from '@remix-run/node';

import { env } from '#app/config/env.server.ts';
import { absoluteUrl } from '#app/config/paths.ts';
import { site } from '#app/config/site.ts';
import { readMapped, readStandingChanges } from '#app/content/site-map.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { cacheHeaders, invariantResponse } from '#app/http/responses.ts';
import { STANDING_PART, toMappedPages, toPart, toStandingPages, type MappedPage } from '#app/models/site-map.ts';
import { sitemapXml } from '#app/seo/sitemap.ts';

/** One part of the site map. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const [, name] = /^(.+)\.xml$/.exec(params['part'] ?? '') ?? [];
  const pages = name === undefined ? [] : await orUnavailable(pagesOf(name));
  invariantResponse(pages.length > 0, 'The site map has no such part');
  const xml = sitemapXml(pages.map(({ path, lastModified }) => ({ url: absoluteUrl(path, env.siteUrl), lastModified })));
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8', ...cacheHeaders('page') } });
}

async function pagesOf(name: string): Promise<MappedPage[]> {
  if (name === STANDING_PART) return toStandingPages(await readStandingChanges());
  const part = toPart(name, site.pagesPerSitemap);
  return part ? toMappedPages(part.kind, await readMapped[part.kind](part.span)) : [];
}
