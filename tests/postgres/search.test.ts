import { startCms, temporaryFolder } from '../support/cms-process.ts';
import { startPostgres } from '../support/postgres.ts';
import { describeSearch } from '../support/search-suite.ts';
import { adminOf, askCms, type Administrator } from '../support/strapi.ts';

describeSearch('PostgreSQL', async () => {
  const data = temporaryFolder('postgres-search');
  const postgres = await startPostgres();
  const cms = await startCms(data.path, { DATABASE_URL: postgres.url });
  const administrator = cms.reports.find(({ event }) => event === 'first-administrator') as unknown as Administrator;
  return {
    ask: (query, variables) => askCms(cms.url, query, variables),
    admin: adminOf(cms.url, administrator),
    stop: async () => {
      await cms.stop();
      await postgres.stop();
      data.remove();
    },
  };
});
