import { orUnavailable } from './content-response.server.ts';
import { cacheHeaders } from './responses.ts';

import { env } from '#app/config/env.server.ts';
import { site } from '#app/config/site.ts';
import { readFeed } from '#app/content/feed.server.ts';
import { atomFeed, jsonFeed } from '#app/seo/feed.ts';

const formats = {
  atom: { write: atomFeed, contentType: 'application/atom+xml; charset=utf-8' },
  json: { write: jsonFeed, contentType: 'application/feed+json; charset=utf-8' },
};

/** The newest articles as a feed. What search engines should leave out, or what belongs to another site, is not in it. */
export async function feedResponse(format: keyof typeof formats): Promise<Response> {
  const { articles, clinic } = await orUnavailable(readFeed());
  const { write, contentType } = formats[format];
  const facts = { name: clinic?.name ?? site.fallbackName, tagline: clinic?.tagline ?? '', origin: env.siteUrl };
  const own = articles.filter(({ seo }) => !seo.noindex && seo.canonicalUrl === null);
  return new Response(Buffer.from(write(facts, own)), { headers: { 'Content-Type': contentType, ...cacheHeaders('feed') } });
}
