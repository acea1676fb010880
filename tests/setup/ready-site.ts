import { prepareSite } from '../support/site.ts';

/** Runs once before the suites that need a built site. */
export default prepareSite;
