import { parseEnvironment, EnvironmentError, type Environment } from './environment.ts';
import { packageRoot } from './root.server.ts';

/** The settings of this process: the only place in the app that reads `process.env`. A wrong value ends the process. */
export const env: Environment = readOrExit();

function readOrExit(): Environment {
  try {
    return parseEnvironment(process.env, packageRoot);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    process.stderr.write(`The site cannot start: ${error.message}\n`);
    process.exit(1);
  }
}
