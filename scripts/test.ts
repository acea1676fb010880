import { buildContract } from './lib/builds/index.ts';
import { script } from './lib/problem.ts';
import { run } from './lib/run.ts';

await script(async () => {
  await buildContract();
  const { exitCode } = await run('vitest', ['run', ...process.argv.slice(2)], { reject: false });
  process.exitCode = exitCode ?? 1;
});
