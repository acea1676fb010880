/**
 * The pages that the server keeps when they are finished, each with the parameters that it reads; `:` stands for any one segment.
 * A parameter that is not named here never reaches the page. What is not listed is made anew for every visitor, as is what says `no-store`,
 * carries scripts, or failed.
 */
export const keptPages: Readonly<Record<string, readonly string[]>> = {
  '/': [],
  '/about': [],
  '/accessibility': [],
  '/articles': ['category', 'evidence', 'sort', 'page'],
  '/articles/:': [],
  '/articles/:/article.md': [],
  '/articles/:/references.bib': [],
  '/articles/:/references.ris': [],
  '/authors/:': ['page'],
  '/book-a-consultation': [],
  '/categories': [],
  '/categories/:': ['page'],
  '/developers': [],
  '/editorial-policy': [],
  '/feed.json': [],
  '/feed.xml': [],
  '/glossary': [],
  '/glossary/:': [],
  '/llms.txt': [],
  '/privacy': [],
  '/robots.txt': [],
  '/rss.xml': [],
  '/site.webmanifest': [],
  '/sitemap.xml': [],
  '/sitemap/:': [],
  '/sources/:': ['page'],
  '/speculation-rules.json': [],
};
