import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

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

/**
 * Runs a program of the package in `cwd` and keeps its output to itself.
 * @throws {Problem} with what matters of its output, if it fails
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
    // A program that could not be started, or was killed, has nothing to say for itself.
    throw new Problem(
      `${what} could not be built.`,
      error.exitCode === undefined ? error.shortMessage : essence(String(error.all)),
    );
  }
}

const SHOWN_LINES = 20;

/** The part of a build's output that says what is wrong, without stacks and dumps. */
function essence(output: string): string {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
  const first = lines.findIndex((line) => /\berror\b|\bfailed\b/i.test(line));
  const dump = lines.findIndex((line) => /^\s+watchFiles: /.test(line));
  const told = lines.slice(Math.max(first, 0), dump === -1 ? undefined : dump);
  return (first === -1 ? told.slice(-SHOWN_LINES) : told.slice(0, SHOWN_LINES)).join('\n');
}
