import { flags } from './lib/arguments.ts';
import { script } from './lib/problem.ts';
import { buildSettingsStep, buildSteps, runSteps } from './lib/steps.ts';

const { verbose } = flags(['verbose']);

await script(async () => {
  await runSteps([buildSettingsStep(), ...buildSteps({ cms: ['panel', 'server'], site: true })], verbose ? { plain: true } : {});
});
