import type { TestProject } from 'vitest/node';

import { prepareCms, preparePanel, type ReadyCms } from '../support/ready-cms.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readyCms: ReadyCms;
  }
}

/** Runs once before the suites that need a CMS; they find it by `inject('readyCms')`. */
export default async function setup(project: TestProject): Promise<void> {
  // A started CMS serves its admin, too.
  await preparePanel();
  project.provide('readyCms', await prepareCms());
}
