import { findArticleCard } from '#app/content/articles.server.ts';
import { getClinic } from '#app/content/clinic.server.ts';
import { toChrome } from '#app/models/clinic.ts';
import { toArticleShareCard, toSiteShareCard, type ShareCard } from '#app/models/share-card.ts';

/**
 * What the picture of a public article, or of the site, shows now; null where no public article is.
 * @throws {ContentError}
 */
export async function findCard(slug: string | null): Promise<ShareCard | null> {
  const [clinic, article] = await Promise.all([getClinic(), slug === null ? null : findArticleCard(slug)]);
  const chrome = toChrome(clinic);
  if (slug === null) return toSiteShareCard(chrome);
  return article && toArticleShareCard(article, chrome.name);
}
