import { buildContract } from './lib/builds/index.ts';
import { Problem, script } from './lib/problem.ts';
import { run } from './lib/run.ts';
import { duration } from './lib/summary.ts';

/** Everything a reviewer should not have to look for: lint, format, types, dead code. */
const steps: [title: string, file: string, args: string[], cwd: string][] = [
  ['Lint', 'eslint', ['.', '--max-warnings', '0'], '.'],
  ['Format', 'prettier', ['--check', '--log-level', 'warn', '.'], '.'],
  ['Types: scripts and tests', 'tsc', ['--noEmit'], '.'],
  ['Types: packages/types', 'tsc', ['--noEmit'], 'packages/types'],
  ['Types: apps/cms', 'tsc', ['--noEmit', '-p', 'src'], 'apps/cms'],
  ['Types: the admin', 'tsc', ['--noEmit', '-p', 'src/admin'], 'apps/cms'],
  ['Types: apps/web', 'tsc', ['--noEmit'], 'apps/web'],
  ['Types: docs/examples', 'tsc', ['--noEmit'], 'docs/examples'],
  ['Dead code', 'knip', [], '.'],
];

await script(async () => {
  await buildContract();
  for (const [title, file, args, cwd] of steps) {
    const begun = performance.now();
    process.stdout.write(`\n— ${title}\n`);
    const { exitCode } = await run(file, args, { cwd, reject: false });
    if (exitCode !== 0) throw new Problem(`${title} failed: see above.`);
    process.stdout.write(`  ${duration(performance.now() - begun)}\n`);
  }
});
