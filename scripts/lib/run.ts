import { fileURLToPath } from 'node:url';

import { execa, type Options } from 'execa';

/** The project's folder. */
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a program of the workspace in `cwd` (relative to the project), its output passed through. Throws if it fails. */
export async function run(
  file: string,
  args: string[],
  { cwd = '.', ...options }: Options & { cwd?: string } = {},
): Promise<void> {
  await execa(file, args, {
    cwd: new URL(cwd, new URL('../../', import.meta.url)),
    preferLocal: true,
    localDir: root,
    stdio: 'inherit',
    ...options,
  });
}
