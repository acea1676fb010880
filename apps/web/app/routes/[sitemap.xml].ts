import { env } from '#app/config/env.server.ts';
import { absoluteUrl, sitemapPartPath } from '#app/config/paths.ts';
import { site } from '#app/config/site.ts';
import { countArticles, latestArticleChange, readMapped, readStandingChanges } from '#app/content/site-map.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { cacheHeaders } from '#app/http/responses.ts';
import {
  lastChangeOf,
  mappedKinds,
  partNames,
  STANDING_PART,
  toMappedPages,
  toPart,
  toStandingPages,
} from '#app/models/site-map.ts';
import { sitemapIndexXml, type SitemapEntry } from '#app/seo/sitemap.ts';

const size = site.pagesPerSitemap;

/** The index of the site map. */
export async function loader(): Promise<Response> {
  const parts = await orUnavailable(
    Promise.all([standingPart(), ...mappedKinds.map((kind) => (kind === 'articles' ? articleParts() : partsOf(kind)))]),
  );
  const xml = sitemapIndexXml(parts.flat());
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8', ...cacheHeaders('page') } });
}

const entry = (name: string, lastModified: string | undefined): SitemapEntry => ({
  url: absoluteUrl(sitemapPartPath(name), env.siteUrl),
  lastModified,
});

async function standingPart(): Promise<SitemapEntry[]> {
  return [entry(STANDING_PART, lastChangeOf(toStandingPages(await readStandingChanges())))];
}

/** Articles are many: how many there are and what changed last is enough. */
async function articleParts(): Promise<SitemapEntry[]> {
  const names = partNames('articles', await countArticles(), size);
  return Promise.all(
    names.map(async (name) => {
      const part = toPart(name, size);
      return entry(name, part ? await latestArticleChange(part.span) : undefined);
    }),
  );
}

async function partsOf(kind: (typeof mappedKinds)[number]): Promise<SitemapEntry[]> {
  const pages = toMappedPages(kind, await readMapped[kind]());
  return partNames(kind, pages.length, size).map((name, i) => entry(name, lastChangeOf(pages.slice(i * size, (i + 1) * size))));
}
