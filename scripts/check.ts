import { run } from './lib/run.js';

/** Everything a reviewer should not have to look for: lint, format, types, dead code. */
const steps: [title: string, file: string, args: string[], cwd: string][] = [
  ['Contract types', 'tsc', ['-p', 'tsconfig.build.json'], 'packages/types'],
  ['Lint', 'eslint', ['.', '--max-warnings', '0'], '.'],
  ['Format', 'prettier', ['--check', '--log-level', 'warn', '.'], '.'],
  ['Types: scripts and tests', 'tsc', ['--noEmit'], '.'],
  ['Types: packages/types', 'tsc', ['--noEmit'], 'packages/types'],
  ['Dead code', 'knip', [], '.'],
];

for (const [title, file, args, cwd] of steps) {
  const begun = performance.now();
  process.stdout.write(`\n— ${title}\n`);
  try {
    await run(file, args, { cwd });
  } catch {
    process.stderr.write(`\n${title} failed: see above.\n`);
    process.exit(1);
  }
  process.stdout.write(`  ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
}
