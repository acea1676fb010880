import type { Core } from '@strapi/strapi';

import { env } from '../env';
import { report } from '../setup/report';

import { newPassword } from './passwords';

interface AdminServices {
  user: { exists: () => Promise<boolean>; create: (attributes: Record<string, unknown>) => Promise<unknown> };
  role: { getSuperAdmin: () => Promise<{ id: number } | null> };
}

/**
 * Creates the first administrator if there is none, with a random password that is reported once and stored only as a hash.
 * Runs before the port opens: until an administrator exists, Strapi lets the first caller become one.
 */
export async function ensureAdministrator(strapi: Core.Strapi): Promise<void> {
  const user = strapi.service('admin::user') as unknown as AdminServices['user'];
  if (await user.exists()) return;
  const superAdmin = await (strapi.service('admin::role') as unknown as AdminServices['role']).getSuperAdmin();
  if (!superAdmin) throw new Error('The administrator role is missing from the database.');
  const email = env().FIRST_ADMIN_EMAIL;
  const password = newPassword();
  await user.create({
    email,
    firstname: 'First',
    lastname: 'Administrator',
    password,
    isActive: true,
    registrationToken: null,
    roles: [superAdmin.id],
  });
  report({ event: 'first-administrator', email, password });
}
