import type { LoaderFunctionArgs } from '@remix-run/node';

import { env } from '#app/config/env.server.ts';
import { absoluteUrl } from '#app/config/paths.ts';
import { site } from '#app/config/site.ts';
import { readSiteMap } from '#app/content/site-map.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { cacheHeaders, invariantResponse } from '#app/http/responses.ts';
import { toSiteMap } from '#app/models/site-map.ts';
import { sitemapXml } from '#app/seo/sitemap.ts';

/** One part of the site map. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  invariantResponse(/^[a-z]+(?:-\d+)?\.xml$/.test(params['part'] ?? ''), 'The site map has no such part');
  const parts = toSiteMap(await orUnavailable(readSiteMap()), site.pagesPerSitemap);
  const part = parts.find(({ name }) => `${name}.xml` === params['part']);
  invariantResponse(part, 'The site map has no such part');
  const xml = sitemapXml(part.pages.map(({ path, lastModified }) => ({ url: absoluteUrl(path, env.siteUrl), lastModified })));
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8', ...cacheHeaders('page') } });
}
