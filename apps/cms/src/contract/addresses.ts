/** What stands at an address of its own on the site, and how such an address begins. The site spells them the same way. */
const beginnings = {
  article: '/articles/',
  category: '/categories/',
  contributor: '/authors/',
  source: '/sources/',
  glossaryTerm: '/glossary#',
  media: '/media/',
} as const;

/** A kind of content that has addresses. */
export type AddressedKind = keyof typeof beginnings;

/** The pages and files that are always there. */
const standing = new Set([
  '/',
  '/about',
  '/accessibility',
  '/articles',
  '/book-a-consultation',
  '/categories',
  '/developers',
  '/editorial-policy',
  '/feed.json',
  '/feed.xml',
  '/glossary',
  '/llms.txt',
  '/privacy',
  '/robots.txt',
  '/rss.xml',
  '/search',
  '/site.webmanifest',
  '/sitemap.xml',
  '/speculation-rules.json',
]);

/** How addresses begin that the site or its CMS answers by itself, whatever stands there. */
const reserved = new Set([
  '_health',
  'admin',
  'api',
  'assets',
  'graphql',
  'healthz',
  'media',
  'preview',
  'readyz',
  'sitemap',
  'uploads',
]);

/** The site's path of a document. */
export function addressOf(kind: AddressedKind, slug: string): string {
  return `${beginnings[kind]}${slug}`;
}

/** The path of the page that shows a document: its address, except that a term has a page of its own beside its place in the glossary. */
export function pageOf(kind: AddressedKind, slug: string): string {
  return kind === 'glossaryTerm' ? `/glossary/${slug}` : addressOf(kind, slug);
}

/** Whether a kind of content has addresses. */
export function isAddressed(kind: string): kind is AddressedKind {
  return kind in beginnings;
}

/** Whether this is one of the pages that are always there. */
export function isStandingPage(path: string): boolean {
  return standing.has(path);
}

/** Whether the site or its CMS answers here by itself. */
export function isReserved(path: string): boolean {
  return reserved.has(path.split('/', 2)[1] ?? '');
}

/** Which document stands at a path, if it is spelled like one. */
export function documentAt(path: string): { kind: AddressedKind; slug: string } | null {
  // A term has a page of its own beside its place in the glossary.
  const term = /^\/glossary\/([^/]+)$/.exec(path)?.[1];
  if (term !== undefined) return { kind: 'glossaryTerm', slug: term };
  for (const [kind, beginning] of Object.entries(beginnings)) {
    const slug = path.slice(beginning.length);
    if (path.startsWith(beginning) && slug !== '' && !slug.includes('/')) return { kind: kind as AddressedKind, slug };
  }
  return null;
}

/**
 * The path of the site that a link leads to, or null if it leads elsewhere. Query, trailing slash and anchor do not count, except the
 * anchor of a glossary term, which is its address.
 */
export function pathOnSite(url: string, siteOrigin: string): string | null {
  const path = url === siteOrigin || url.startsWith(`${siteOrigin}/`) ? url.slice(siteOrigin.length) : url;
  if (path !== '' && !path.startsWith('/')) return null;
  const [beforeAnchor = '', anchor] = path.split('#', 2);
  const page = decode((beforeAnchor.split('?', 1)[0] ?? '').replace(/\/+$/, '')) || '/';
  return page === '/glossary' && anchor ? addressOf('glossaryTerm', decode(anchor)) : page;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
