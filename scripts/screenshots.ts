import { flags } from './lib/arguments.ts';
import { buildContract } from './lib/builds/index.ts';
import { script } from './lib/problem.ts';

/** Takes the pictures of docs/editors.md anew, from the running product. */
await script(async () => {
  flags([]);
  // What the product is started by stands on the contract, so that has to be built before it is loaded.
  await buildContract();
  const { takePictures } = await import('../tests/screenshots/take.ts');
  await takePictures((line) => process.stdout.write(`${line}\n`));
});
