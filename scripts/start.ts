import { flags } from './lib/arguments.ts';
import { serve } from './lib/serve.ts';
import { built } from './lib/servers.ts';
import { buildSteps, settingsStep } from './lib/steps.ts';

const { verbose, 'new-secrets': allowNewSecrets } = flags(['verbose', 'new-secrets']);

await serve({
  preparation: [
    settingsStep('production', { allowNewSecrets, ports: true }),
    ...buildSteps({ cms: ['panel', 'server'], site: true }),
  ],
  commands: built,
  verbose,
  restartable: true,
});
