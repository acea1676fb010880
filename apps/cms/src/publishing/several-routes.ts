import type { Core } from '@strapi/strapi';
import * as v from 'valibot';

import { bodyOf, serveAdminRoutes, toRead, type Permission } from '../access/admin-routes';

import { judgeTogether } from './several';

const ARTICLE = 'api::article.article';
const toPublish: Permission = ['plugin::content-manager.explorer.publish', ARTICLE];

const asked = v.object({
  documentIds: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z0-9]{8,40}$/))), v.minLength(1), v.maxLength(100)),
});

/** Tells whoever wants to publish several articles at once what stands against each, before anything happens. */
export function serveCandidates(strapi: Core.Strapi): void {
  serveAdminRoutes(strapi, [
    {
      method: 'POST',
      path: '/publish-candidates',
      needs: [toRead(ARTICLE), toPublish],
      handler: async (ctx) => {
        const { documentIds } = bodyOf(ctx, asked, 'Choose between 1 and 100 articles.');
        return { candidates: await judgeTogether(strapi, [...new Set(documentIds)]) };
      },
    },
  ]);
}
