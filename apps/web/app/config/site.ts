/** What the site knows of itself without asking the CMS: constants, and stand-ins for when the CMS is away. */
export const site = {
  /** The clinic's name where the CMS cannot be asked for it. */
  fallbackName: 'Fernhollow Mental Health',
  language: 'en-US',
  /** Open Graph spells locales with an underscore. */
  openGraphLocale: 'en_US',
  articlesPerPage: 12,
  /** Search engines take 50,000; smaller parts are read again sooner. */
  pagesPerSitemap: 1_000,
  /** Where the quick exit leads: a page that anybody might have open. */
  quickExit: 'https://www.weather.gov/',
} as const;
