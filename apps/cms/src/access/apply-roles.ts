import type { Core } from '@strapi/strapi';

import { ADMINISTRATOR, roles, type Role } from './roles';

interface Permission {
  action: string;
  subject: string | null;
  properties: { fields?: string[] };
  conditions: string[];
}

interface Action {
  actionId: string;
  subjects?: string[];
  options?: { applyToProperties?: string[] | null };
}

interface AdminRole {
  id: number;
  code: string;
  name: string;
  description: string;
}

interface Services {
  role: {
    assignPermissions: (roleId: number, permissions: Permission[]) => Promise<unknown>;
    getUsersCount: (roleId: number) => Promise<number>;
    deleteByIds: (ids: number[]) => Promise<unknown>;
  };
  permission: { actionProvider: { get: (id: string) => Action | undefined } };
  contentType: { getNestedFields: (model: unknown, options: { components: unknown }) => string[] };
}

const servicesOf = (strapi: Core.Strapi): Services => ({
  role: strapi.service('admin::role') as unknown as Services['role'],
  permission: strapi.service('admin::permission') as unknown as Services['permission'],
  contentType: strapi.service('admin::content-type') as unknown as Services['contentType'],
});

const EXPLORER = 'plugin::content-manager.explorer';

/**
 * Makes the roles in the database those of the code, at every start: what somebody clicked together in the settings is taken back. A role
 * that the code does not know may do nothing, and is removed if nobody has it.
 * @throws if a role does not come out exactly as it is written
 */
export async function applyRoles(strapi: Core.Strapi): Promise<void> {
  const { role: service } = servicesOf(strapi);
  for (const role of roles) {
    const { id } = await ensureRole(strapi, role);
    await service.assignPermissions(id, permissionsOf(strapi, role));
  }
  await disarmOthers(strapi);
  await verify(strapi);
}

async function ensureRole(strapi: Core.Strapi, { code, name, description }: Role): Promise<AdminRole> {
  const query = strapi.db.query('admin::role');
  // A role of the same name would stand in the way.
  const known = (await query.findOne({ where: { $or: [{ code }, { name }] } })) as AdminRole | null;
  const data = { code, name, description };
  if (!known) return (await query.create({ data })) as AdminRole;
  return (await query.update({ where: { id: known.id }, data })) as AdminRole;
}

function permissionsOf(strapi: Core.Strapi, { content, without = {}, actions }: Role): Permission[] {
  const { permission, contentType } = servicesOf(strapi);
  const ofContent = Object.entries(content).flatMap(([uid, deeds]) => {
    const model = (strapi.contentTypes as Record<string, unknown>)[uid];
    const hidden = without[uid] ?? [];
    const fields = contentType
      .getNestedFields(model, { components: strapi.components })
      .filter((field) => !hidden.includes(field));
    return deeds.flatMap((deed): Permission[] => {
      const action = permission.actionProvider.get(`${EXPLORER}.${deed}`);
      if (action?.subjects?.includes(uid) !== true) throw new Error(`The admin knows no permission to ${deed} ${uid}.`);
      const hasFields = action.options?.applyToProperties?.includes('fields') === true;
      return [{ action: action.actionId, subject: uid, properties: hasFields ? { fields } : {}, conditions: [] }];
    });
  });
  return [...ofContent, ...actions.map((action) => ({ action, subject: null, properties: {}, conditions: [] }))];
}

async function disarmOthers(strapi: Core.Strapi): Promise<void> {
  const { role: service } = servicesOf(strapi);
  const known = [ADMINISTRATOR, ...roles.map(({ code }) => code)];
  const others = (await strapi.db.query('admin::role').findMany({ where: { code: { $notIn: known } } })) as AdminRole[];
  for (const { id, name } of others) {
    const holders = await service.getUsersCount(id);
    if (holders === 0) {
      await service.deleteByIds([id]);
      continue;
    }
    await service.assignPermissions(id, []);
    strapi.log.warn(
      `${holders} people have the role “${name}”, which may do nothing any more: give them one of the clinic's roles.`,
    );
  }
}

const inWords = ({ action, subject, properties: { fields = [] } }: Permission) =>
  `${action}${subject === null ? '' : ` ${subject}`}${fields.length > 0 ? ` (${[...fields].sort().join(', ')})` : ''}`;

async function verify(strapi: Core.Strapi): Promise<void> {
  const query = strapi.db.query('admin::permission');
  const problems: string[] = [];
  for (const role of roles) {
    const found = (await query.findMany({ where: { role: { code: role.code } } })) as unknown as Permission[];
    const wanted = new Set(permissionsOf(strapi, role).map(inWords));
    const present = new Set(found.map(inWords));
    problems.push(
      ...[...present].filter((one) => !wanted.has(one)).map((one) => `${role.name} may ${one}`),
      ...[...wanted].filter((one) => !present.has(one)).map((one) => `${role.name} may not ${one}`),
    );
  }
  if (problems.length > 0)
    throw new Error(`The roles did not come out as they are written:\n${problems.map((one) => `  - ${one}`).join('\n')}`);
}
