import type { Core } from '@strapi/strapi';

import { serveAdminRoutes } from '../../access/admin-routes';

const BUILDER = 'plugin::content-type-builder.read';

interface PermissionService {
  actionProvider: { delete: (action: string) => Promise<unknown> };
}

/**
 * Content types are code: the builder can change nothing on a server that runs, so nobody is allowed into it and no menu shows it. Strapi
 * does not let this plugin be switched off, and gives the permission back to administrators at each start; this takes it away again.
 */
export async function leaveOutBuilder(strapi: Core.Strapi): Promise<void> {
  if (strapi.config.get('autoReload') === true) return;
  await (strapi.service('admin::permission') as unknown as PermissionService).actionProvider.delete(BUILDER);
  await strapi.db.query('admin::permission').deleteMany({ where: { action: BUILDER } });
}

/** The admin asks on every page for what paid functions are on or do, and would note an error in the browser at each “not found”. */
export function answerForPaidFunctions(strapi: Core.Strapi): void {
  serveAdminRoutes(strapi, [
    {
      method: 'GET',
      path: '/admin/ai-feature-config',
      needs: [],
      handler: () => ({ data: { isAiI18nConfigured: false, isAiMediaLibraryConfigured: false } }),
    },
    ...['collection-types/:model/:documentId', 'single-types/:model'].map((entry) => ({
      method: 'GET' as const,
      path: `/i18n/ai-localization-jobs/${entry}`,
      needs: [],
      handler: () => ({ data: null }),
    })),
  ]);
}
