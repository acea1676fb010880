import { adminOf, type Administrator, type CallAdmin, type TestCms } from './strapi.ts';

export type Role = 'writer' | 'clinical-reviewer' | 'publisher' | 'front-desk';

/** Makes the demo team in a running CMS. @returns how each of its people calls the admin's interface */
export async function gatherTeam({ strapi, url, module }: TestCms): Promise<Record<Role, CallAdmin>> {
  const { makeDemoTeam } = module<{ makeDemoTeam: (one: TestCms['strapi']) => Promise<Administrator[]> }>('access/demo-team');
  const accounts = await makeDemoTeam(strapi);
  return Object.fromEntries(accounts.map((one) => [one.email.split('@')[0], adminOf(url, one)])) as Record<Role, CallAdmin>;
}
