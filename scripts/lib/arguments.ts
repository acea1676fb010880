import { parseArgs } from 'node:util';

import { fail, Problem } from './problem.ts';

/** The arguments of this script: those switches that it knows, and nothing else. Ends the process if there are others. */
export function flags<Name extends string>(names: readonly Name[]): Record<Name, boolean> {
  const { switches, rest } = switchesAndRest(names);
  if (rest.length > 0) fail(new Problem(`There is nothing to do with "${rest.join(' ')}" here.`));
  return switches;
}

/** The switches of this script, and what else was given. Ends the process if there is a switch that it does not know. */
export function switchesAndRest<Name extends string>(
  names: readonly Name[],
): { switches: Record<Name, boolean>; rest: string[] } {
  const options = Object.fromEntries(['verbose', ...names].map((name) => [name, { type: 'boolean' as const, default: false }]));
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    return { switches: values as Record<Name, boolean>, rest: positionals };
  } catch (error) {
    fail(new Problem((error as Error).message));
  }
}
