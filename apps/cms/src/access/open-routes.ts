import type { Core } from '@strapi/strapi';

interface Route {
  method: string;
  path: string;
  config?: { auth?: unknown };
}

interface Grant {
  action: string;
}

/** The routes of the public interface that anybody may call, beside GraphQL, which guards itself. */
const expected = new Set<string>();

/**
 * Compares what strangers may do with what they should: nothing but ask GraphQL.
 * @throws with the whole list, if anything else stands open; a CMS that leaks does not start
 */
export async function expectClosedDoors(strapi: Core.Strapi): Promise<void> {
  const open = [...(await openRoutes(strapi)), ...(await publicGrants(strapi))].filter((one) => !expected.has(one));
  if (open.length === 0) return;
  throw new Error(`The CMS does not start while strangers may do this:\n${open.map((one) => `  - ${one}`).join('\n')}`);
}

async function openRoutes(strapi: Core.Strapi): Promise<string[]> {
  const routes = (await strapi.contentAPI.getRoutesMap()) as Record<string, Route[]>;
  return Object.values(routes)
    .flat()
    .filter(({ config }) => config?.auth === false)
    .map(({ method, path }) => `${method} ${path}`);
}

/** What the plugin of visitors' accounts grants to everybody. It is not installed; somebody may install it one day. */
async function publicGrants(strapi: Core.Strapi): Promise<string[]> {
  if (!(strapi.plugins as Record<string, unknown>)['users-permissions']) return [];
  const grants = (await strapi.db
    .query('plugin::users-permissions.permission')
    .findMany({ where: { role: { type: 'public' } } as never })) as Grant[];
  return grants.map(({ action }) => action);
}
