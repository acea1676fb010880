import { env } from '#app/config/env.server.ts';
import { absoluteUrl, sitemapPartPath } from '#app/config/paths.ts';
import { site } from '#app/config/site.ts';
import { readSiteMap } from '#app/content/site-map.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { cacheHeaders } from '#app/http/responses.ts';
import { lastChangeOf, toSiteMap } from '#app/models/site-map.ts';
import { sitemapIndexXml } from '#app/seo/sitemap.ts';

/** The index of the site map. */
export async function loader(): Promise<Response> {
  const parts = toSiteMap(await orUnavailable(readSiteMap()), site.pagesPerSitemap);
  const xml = sitemapIndexXml(
    parts.map((part) => ({ url: absoluteUrl(sitemapPartPath(part.name), env.siteUrl), lastModified: lastChangeOf(part) })),
  );
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8', ...cacheHeaders('page') } });
}
