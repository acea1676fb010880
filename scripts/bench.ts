import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Bench } from '../tests/bench/support/bench.ts';

import { switchesAndRest } from './lib/arguments.ts';
import { buildContract } from './lib/builds/index.ts';
import { root } from './lib/paths.ts';
import { Problem, script } from './lib/problem.ts';

const folder = path.join(root, 'tests/bench');
const ENDING = '.bench.ts';
const names = readdirSync(folder).flatMap((file) => (file.endsWith(ENDING) ? [file.slice(0, -ENDING.length)] : []));

/** Measures something beside what it is compared with, in one run: `pnpm bench publish`. */
await script(async () => {
  const [name = '', ...more] = switchesAndRest([]).rest;
  if (!names.includes(name) || more.length > 0) throw new Problem(`Name one thing to measure: ${names.join(', ')}.`);
  // Benches are built on the contract, so it has to stand before they are loaded.
  await buildContract();
  const bench = (await import(pathToFileURL(path.join(folder, `${name}${ENDING}`)).href)) as { default: Bench };
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say((await bench.default(say)).join('\n'));
});
