import path from 'node:path';

import { switchesAndRest } from './lib/arguments.ts';
import { buildContract } from './lib/builds/index.ts';
import { root } from './lib/paths.ts';
import { Problem, script } from './lib/problem.ts';

const MOST = 1_000_000;

/** Makes a data folder with so many published articles, to measure a CMS or a site that has grown: `pnpm run bench:fill 10000`. */
await script(async () => {
  const [count = '', ...more] = switchesAndRest([]).rest;
  if (!/^\d+$/.test(count) || Number(count) > MOST || more.length > 0) {
    throw new Problem('Say how many articles there should be, for example 10000.');
  }
  // What fills it is built on the contract, so that has to stand before it is loaded.
  await buildContract();
  const { fillDataFolder } = await import('../tests/bench/support/data-folder.ts');
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const folder = path.join(root, 'tests/.cache/bench', count);
  await fillDataFolder(folder, Number(count), say);
  say(`\n${path.relative(process.cwd(), folder)} holds ${count} articles. To start on it, set CMS_DATA_DIR to this folder.`);
});
