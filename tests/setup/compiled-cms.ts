import { compileCms } from '../support/ready-cms.ts';

/** Runs once before the suites that start a CMS from nothing. */
export default compileCms;
