/** One address of every kind of page, by what it is. */
export const pages = {
  home: '/',
  listing: '/articles',
  'second page': '/articles?page=2',
  'filtered listing': '/articles?category=ketamine-care',
  article: '/articles/ketamine-with-therapy-or-infusions-alone',
  'article with a timeline': '/articles/how-psychology-lost-and-found-trauma',
  'twice filtered listing': '/articles?category=ketamine-care&evidence=mixed&sort=title',
  categories: '/categories',
  category: '/categories/ketamine-care',
  source: '/sources/ZAR06',
  search: '/search',
  'search in a crisis': '/search?q=suicidal+thoughts+and+ketamine',
  'search without results': '/search?q=xyzzyq',
  author: '/authors/rowan-sample',
  about: '/about',
  glossary: '/glossary',
  term: '/glossary/emdr',
  'editorial policy': '/editorial-policy',
  privacy: '/privacy',
  accessibility: '/accessibility',
  booking: '/book-a-consultation',
  developers: '/developers',
  'unknown page': '/nothing-here',
  'unknown article': '/articles/nothing-here',
  'page beyond the last': '/articles?page=99',
} as const;

/** Whether a page says that there is nothing. */
export const isMissing = (name: string) => name.startsWith('unknown') || name === 'page beyond the last';
