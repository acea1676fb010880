import { adminOf, type Administrator, type CallAdmin, type TestCms } from './strapi.ts';

export type Role = 'writer' | 'clinical-reviewer' | 'publisher' | 'front-desk';

/** Makes the demo team in a running CMS. @returns how each of its people calls the admin's interface */
export async function gatherTeam({ strapi, url, module }: TestCms): Promise<Record<Role, CallAdmin>> {
  const { makeDemoTeam } = module<{ makeDemoTeam: (one: TestCms['strapi']) => Promise<Administrator[]> }>('access/demo-team');
  const accounts = await makeDemoTeam(strapi);
  return Object.fromEntries(accounts.map((one) => [one.email.split('@')[0], adminOf(url, one)])) as Record<Role, CallAdmin>;
}

interface RoleRecord {
  id: number;
  code: string;
  name: string;
}

async function rolesOf(admin: CallAdmin): Promise<RoleRecord[]> {
  const { body } = await admin('GET', '/admin/roles');
  return (body as { data: RoleRecord[] }).data;
}

/** Somebody is invited and makes an account, as people are. */
async function invite(url: string, admin: CallAdmin, { id, code, name }: RoleRecord): Promise<Administrator> {
  const account = { email: `${code}@example.org`, password: 'Long-enough-for-a-test-1' };
  const person = { firstname: 'Demo', lastname: name };
  const made = await admin('POST', '/admin/users', { ...person, email: account.email, roles: [id] });
  const { registrationToken } = (made.body as { data: { registrationToken: string } }).data;
  const { status } = await fetch(`${url}/admin/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ registrationToken, userInfo: { ...person, password: account.password } }),
  });
  if (status !== 200) throw new Error(`${code} could not register: ${status}`);
  return account;
}

const ADMINISTRATOR = 'strapi-super-admin';

/** How each of the team signs in to a CMS that runs as a process of its own: invited by the administrator, as people are. */
export async function inviteTeam(url: string, admin: CallAdmin): Promise<Record<Role, Administrator>> {
  const invited: [string, Administrator][] = [];
  for (const role of await rolesOf(admin)) {
    if (role.code !== ADMINISTRATOR) invited.push([role.code, await invite(url, admin, role)]);
  }
  return Object.fromEntries(invited) as Record<Role, Administrator>;
}

/** Another administrator: Strapi lets nobody sign in more than five times in five minutes. */
export async function inviteColleague(url: string, admin: CallAdmin, name = 'colleague'): Promise<Administrator> {
  const role = (await rolesOf(admin)).find(({ code }) => code === ADMINISTRATOR);
  if (!role) throw new Error('There is no role for administrators.');
  return invite(url, admin, { ...role, code: name });
}
