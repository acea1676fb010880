import type { Core } from '@strapi/strapi';

import { newPassword } from './passwords';
import { roles } from './roles';

/** An account that was just made. Its password is known only now. */
interface DemoAccount {
  role: string;
  email: string;
  password: string;
}

interface UserService {
  create: (attributes: Record<string, unknown>) => Promise<unknown>;
}

/** Makes one account per role of the clinic, for trying things out. An account that is there already stays as it is. */
export async function makeDemoTeam(strapi: Core.Strapi): Promise<DemoAccount[]> {
  const users = strapi.service('admin::user') as unknown as UserService;
  const made: DemoAccount[] = [];
  for (const { code, name } of roles) {
    const email = `${code}@example.org`;
    if (await strapi.db.query('admin::user').findOne({ where: { email } })) continue;
    const role = (await strapi.db.query('admin::role').findOne({ where: { code } })) as { id: number };
    const password = newPassword();
    await users.create({
      email,
      firstname: 'Demo',
      lastname: name,
      password,
      isActive: true,
      registrationToken: null,
      roles: [role.id],
    });
    made.push({ role: name, email, password });
  }
  return made;
}
