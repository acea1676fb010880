import { run } from './lib/run.js';

await run('tsc', ['-p', 'tsconfig.build.json'], { cwd: 'packages/types' });
try {
  await run('vitest', ['run', ...process.argv.slice(2)]);
} catch {
  process.exit(1);
}
