import path from 'node:path';

import { execa, ExecaError } from 'execa';

import { root } from './paths.ts';
import { Problem } from './problem.ts';

/** Runs a program of the workspace in `cwd` (relative to the project), its output passed through. */
export async function run(
  file: string,
  args: string[],
  { cwd = '.', reject = true }: { cwd?: string; reject?: boolean } = {},
): Promise<{ exitCode?: number }> {
  return execa(file, args, { cwd: path.join(root, cwd), preferLocal: true, localDir: root, stdio: 'inherit', reject });
}

const SHOWN_LINES = 40;

/**
 * Runs a program of the package in `cwd` and keeps its output to itself.
 * @throws {Problem} with the end of its output, if it fails
 */
export async function runQuietly(
  what: string,
  file: string,
  args: string[],
  { cwd, env = {} }: { cwd: string; env?: Record<string, string | undefined> },
): Promise<void> {
  try {
    await execa(file, args, { cwd, env, preferLocal: true, localDir: cwd, all: true, stdin: 'ignore' });
  } catch (error) {
    if (!(error instanceof ExecaError)) throw error;
    // A program that could not even be started has said nothing.
    const lines = (error.exitCode === undefined ? error.shortMessage : String(error.all)).trim().split('\n');
    throw new Problem(`${what} could not be built. The end of what the build said:\n\n${lines.slice(-SHOWN_LINES).join('\n')}`);
  }
}
