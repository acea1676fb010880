import { flags } from './lib/arguments.ts';
import { serve } from './lib/serve.ts';
import { watched } from './lib/servers.ts';
import { buildSteps, settingsStep } from './lib/steps.ts';

const { 'watch-admin': watchAdmin } = flags(['watch-admin']);

await serve({
  preparation: [settingsStep('development', { ports: true }), ...buildSteps(watchAdmin ? {} : { cms: ['panel'] })],
  commands: watched({ watchAdmin }),
  verbose: true,
});
