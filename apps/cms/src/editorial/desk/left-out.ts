import type { Core } from '@strapi/strapi';

import { serveAdminRoutes } from '../../access/admin-routes';

/**
 * The builder, because content types are code and it can change nothing on a server that runs; and the marketplace, which leads away from
 * the clinic to plugins that nobody here could add.
 */
const NOT_FOR_EDITORS = ['plugin::content-type-builder.read', 'admin::marketplace.read'];

interface PermissionService {
  actionProvider: { delete: (action: string) => Promise<unknown> };
}

/**
 * Takes out of the menu, on a server that runs, what no editor needs. Strapi does not let it be switched off, and gives the permission back
 * to administrators at each start; this takes it away again.
 */
export async function leaveOut(strapi: Core.Strapi): Promise<void> {
  if (strapi.config.get('autoReload') === true) return;
  const { actionProvider } = strapi.service('admin::permission') as unknown as PermissionService;
  for (const action of NOT_FOR_EDITORS) await actionProvider.delete(action);
  await strapi.db.query('admin::permission').deleteMany({ where: { action: { $in: NOT_FOR_EDITORS } } });
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
