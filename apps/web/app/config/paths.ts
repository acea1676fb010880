/** Every address of the site is spelled here. Pure: it runs in the browser too, so it knows no origin. */

interface Page {
  /** The page of a list, from 1; the first one has no number in its address. */
  page?: number | undefined;
}

export const homePath = '/';
export const aboutPath = '/about';
export const glossaryPath = '/glossary';
export const editorialPolicyPath = '/editorial-policy';
export const privacyPath = '/privacy';
export const accessibilityPath = '/accessibility';
export const developersPath = '/developers';
export const bookConsultationPath = '/book-a-consultation';
export const atomFeedPath = '/feed.xml';
export const jsonFeedPath = '/feed.json';
export const manifestPath = '/site.webmanifest';
export const sitemapPath = '/sitemap.xml';
const sitemapParts = '/sitemap/';
/** Which links browsers may fetch before they are followed. */
export const speculationRulesPath = '/speculation-rules.json';

/** Where the server answers load balancers and supervisors. */
export const healthPath = '/healthz';
export const readyPath = '/readyz';

/** What a listing may be narrowed to, and how it is sorted; left out, it holds everything, the newest first. */
export interface Listing {
  category?: string | undefined;
  evidence?: string | undefined;
  sort?: string | undefined;
}

/** The listing, of one category or of all. */
export function articlesPath({ category, evidence, sort, page }: Page & Listing = {}): string {
  return withQuery('/articles', { category, evidence, sort, page: pageNumber(page) });
}

export const categoriesPath = '/categories';

/** The search, empty or with what was asked for. */
export function searchPath({
  query,
  category,
  page,
}: Page & { query?: string | undefined; category?: string | undefined } = {}): string {
  return withQuery('/search', { q: query, category, page: pageNumber(page) });
}

/** What a search box may offer while somebody types. */
export const suggestionsPath = '/search/suggestions';

export function articlePath({ slug }: { slug: string }): string {
  return `/articles/${encodeURIComponent(slug)}`;
}

/** An article's references as a file: `bib` for BibTeX, `ris` for RIS. */
export function articleReferencesPath({ slug, format }: { slug: string; format: 'bib' | 'ris' }): string {
  return `${articlePath({ slug })}/references.${format}`;
}

/** An article as Markdown. */
export function articleMarkdownPath({ slug }: { slug: string }): string {
  return `${articlePath({ slug })}/article.md`;
}

export function categoryPath({ slug, page }: Page & { slug: string }): string {
  return withQuery(`/categories/${encodeURIComponent(slug)}`, { page: pageNumber(page) });
}

export function sourcePath({ citationKey, page }: Page & { citationKey: string }): string {
  return withQuery(`/sources/${encodeURIComponent(citationKey)}`, { page: pageNumber(page) });
}

export function authorPath({ slug, page }: Page & { slug: string }): string {
  return withQuery(`/authors/${encodeURIComponent(slug)}`, { page: pageNumber(page) });
}

export function glossaryTermPath({ slug }: { slug: string }): string {
  return `${glossaryPath}/${encodeURIComponent(slug)}`;
}

/** One part of the site map; the index at {@link sitemapPath} names them all. */
export function sitemapPartPath(name: string): string {
  return `${sitemapParts}${name}.xml`;
}

/** Whether a path is the site map or a part of it. */
export function isSitemapPath(path: string): boolean {
  return path === sitemapPath || path.startsWith(sitemapParts);
}

/** A picture in one version, as it was uploaded. */
export function mediaPath({ version, file }: { version: string; file: string }): string {
  return `/media/${version}/${encodeURIComponent(file)}`;
}

/** A picture in one version, scaled to a width and written in a modern format. */
export function mediaVariantPath({ version, file }: { version: string; file: string }, width: number, format: string): string {
  return `/media/${version}/${width}/${encodeURIComponent(`${file}.${format}`)}`;
}

/** The picture for sharing an article; the hash says what it shows. */
export function articleShareImagePath({ slug, hash }: { slug: string; hash: string }): string {
  return `/share/articles/${encodeURIComponent(`${slug}-${hash}.png`)}`;
}

/** The picture for sharing every other page. */
export function siteShareImagePath({ hash }: { hash: string }): string {
  return `/share/site-${hash}.png`;
}

/** A draft as its holder of a token sees it; of the clinic, one page after the other. */
export function previewPath(token: string, page?: string): string {
  return withQuery(`/preview/${encodeURIComponent(token)}`, { page });
}

/** Where an open preview asks whether the draft was saved again. */
export function previewStatePath(token: string): string {
  return `/preview/${encodeURIComponent(token)}/state`;
}

/** A path of the site with its origin in front. */
export function absoluteUrl(path: string, origin: string): string {
  return new URL(path, origin).href;
}

function pageNumber(page: number | undefined): string | undefined {
  return page === undefined || page === 1 ? undefined : String(page);
}

function withQuery(path: string, params: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value);
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}
