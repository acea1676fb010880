import type { Core } from '@strapi/strapi';

import { admitAnonymousReaders } from './access/anonymous-reader';
import { ensureAdministrator } from './access/first-administrator';
import { requireStrongPasswords } from './access/passwords';
import { refuseFailedCommits } from './database/durability';
import { ensureIndexes } from './database/indexes';
import { loadDemoLibrary } from './demo-library/load';
import { servePublicSchema } from './graphql/schema';
import { guardWrites } from './publishing';

interface Host {
  strapi: Core.Strapi;
}

export default {
  register({ strapi }: Host) {
    refuseFailedCommits(strapi);
    admitAnonymousReaders(strapi);
    requireStrongPasswords(strapi);
    servePublicSchema(strapi);
    guardWrites(strapi);
  },

  async bootstrap({ strapi }: Host) {
    await ensureIndexes(strapi);
    await ensureAdministrator(strapi);
    await loadDemoLibrary(strapi);
  },
};
