import type { TestProject } from 'vitest/node';

import { startClinic, type Clinic } from '../support/clinic.ts';
import { adminOf, type Administrator } from '../support/strapi.ts';
import { inviteColleague } from '../support/team.ts';

declare module 'vitest' {
  interface ProvidedContext {
    clinic: Omit<Clinic, 'stop'> & {
      /** A second administrator, so that the suites that sign in share what Strapi allows. */
      colleague: Administrator;
    };
  }
}

/** Runs the whole product once for the suites that use it as people do. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...clinic } = await startClinic();
  const colleague = await inviteColleague(clinic.cmsUrl, adminOf(clinic.cmsUrl, clinic.administrator));
  project.provide('clinic', { ...clinic, colleague });
  return stop;
}
