import { escapeXml } from './xml.ts';

/** One page in the site map. */
export interface SitemapEntry {
  url: string;
  /** When the page last changed, ISO 8601. */
  lastModified?: string | undefined;
}

/** A site map after sitemaps.org. */
export function sitemapXml(entries: readonly SitemapEntry[]): string {
  const urls = entries.map(
    ({ url, lastModified }) =>
      `  <url><loc>${escapeXml(url)}</loc>${lastModified ? `<lastmod>${escapeXml(lastModified)}</lastmod>` : ''}</url>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
}
