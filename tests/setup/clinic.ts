import type { TestProject } from 'vitest/node';

import { startClinic, type Clinic } from '../support/clinic.ts';

declare module 'vitest' {
  interface ProvidedContext {
    clinic: Omit<Clinic, 'stop'>;
  }
}

/** Runs the whole product once for the suites that use it as people do. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...clinic } = await startClinic();
  project.provide('clinic', clinic);
  return stop;
}
