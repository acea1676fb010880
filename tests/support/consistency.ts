/** Runs one statement on a database and returns its rows. */
export type Query = (sql: string) => Promise<object[]> | object[];

const published = 'SELECT document_id, slug FROM articles WHERE published_at IS NOT NULL';

/** What has to be the same in two places, if each write was done whole or not at all. */
const pairs = (searchKey: string): [what: string, one: string, other: string][] => [
  [
    'articles and the feed',
    'SELECT document_id, slug, id FROM articles WHERE published_at IS NOT NULL',
    "SELECT document_id, slug, row_id FROM public_changes WHERE type = 'article' AND is_live",
  ],
  ['articles and lists', published, 'SELECT document_id, slug FROM public_articles'],
  ['lists and texts', 'SELECT id FROM public_articles', 'SELECT id FROM public_texts'],
  ['lists and search', 'SELECT id FROM public_articles', `SELECT ${searchKey} FROM public_search`],
  [
    'articles and references',
    'SELECT document_id FROM articles WHERE published_at IS NOT NULL',
    "SELECT DISTINCT document_id FROM public_references WHERE type = 'article'",
  ],
  [
    'redirects and the feed',
    'SELECT document_id, "from" FROM redirects',
    "SELECT document_id, slug FROM public_changes WHERE type = 'redirect' AND is_live",
  ],
  [
    'the glossary and the feed',
    'SELECT document_id, slug FROM glossary_terms',
    "SELECT document_id, slug FROM public_changes WHERE type = 'glossaryTerm' AND is_live",
  ],
];

/** Everything in a database that is in one place and not in the other; an empty list if nothing was done by half. */
export async function halvesIn(query: Query, database: 'SQLite' | 'PostgreSQL'): Promise<string[]> {
  const halves: string[] = [];
  for (const [what, one, other] of pairs(database === 'SQLite' ? 'rowid' : 'id')) {
    for (const [left, right] of [
      [one, other],
      [other, one],
    ]) {
      const rest = await query(`${left} EXCEPT ${right}`);
      if (rest.length > 0) halves.push(`${what}: ${JSON.stringify(rest)}`);
    }
  }
  return halves;
}
