/** What a site says of itself in its site map, as paths. */
export interface SiteMap {
  parts: string[];
  pages: string[];
  /** The pages whose last change it knows. */
  dated: string[];
}

/** Reads the index of a site map and everything that it names. */
export async function readSiteMap(get: (path: string) => Promise<{ text: string }>): Promise<SiteMap> {
  const parts = entriesIn((await get('/sitemap.xml')).text).map(({ path }) => path);
  const texts = await Promise.all(parts.map(async (part) => (await get(part)).text));
  const pages = texts.flatMap(entriesIn);
  return { parts, pages: pages.map(({ path }) => path), dated: pages.filter(({ isDated }) => isDated).map(({ path }) => path) };
}

function entriesIn(xml: string): { path: string; isDated: boolean }[] {
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>(<lastmod>)?/g)].map(([, url = '', lastmod]) => ({
    path: new URL(url).pathname,
    isDated: lastmod !== undefined,
  }));
}
