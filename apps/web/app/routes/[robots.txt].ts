import { env } from '#app/config/env.server.ts';
import { absoluteUrl, sitemapPath } from '#app/config/paths.ts';
import { cacheHeaders } from '#app/http/responses.ts';

export function loader() {
  const text = `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(sitemapPath, env.siteUrl)}\n`;
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8', ...cacheHeaders('feed') } });
}
