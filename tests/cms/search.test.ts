import { describeSearch } from '../support/search-suite.ts';
import { bootStrapi } from '../support/strapi.ts';

describeSearch('SQLite', async () => {
  const { graphql, admin, stop } = await bootStrapi();
  return { ask: graphql, admin, stop };
});
