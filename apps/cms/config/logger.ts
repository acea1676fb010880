import { env } from '../src/env';

// Requests are written at the level `http`, which is off unless asked for: who reads what is nobody's business.
export default { level: env().LOG_LEVEL };
