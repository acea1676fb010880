import { escapeXml } from './xml.ts';

/** One page in a site map, or one site map in the index. */
export interface SitemapEntry {
  url: string;
  /** When it last changed, ISO 8601. */
  lastModified?: string | undefined;
}

/** A site map after sitemaps.org. */
export function sitemapXml(entries: readonly SitemapEntry[]): string {
  return xml('urlset', 'url', entries);
}

/** The index of several site maps after sitemaps.org. */
export function sitemapIndexXml(parts: readonly SitemapEntry[]): string {
  return xml('sitemapindex', 'sitemap', parts);
}

function xml(list: string, item: string, entries: readonly SitemapEntry[]): string {
  const items = entries.map(
    ({ url, lastModified }) =>
      `  <${item}><loc>${escapeXml(url)}</loc>${lastModified ? `<lastmod>${escapeXml(lastModified)}</lastmod>` : ''}</${item}>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${list} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${items.join('')}</${list}>\n`;
}
