import { flags } from './lib/arguments.ts';
import { expectStopped } from './lib/database/in-use.ts';
import { script } from './lib/problem.ts';
import { loadDemoLibrary } from './lib/seed.ts';
import { buildSteps, runSteps, settingsStep } from './lib/steps.ts';
import { signIn } from './lib/summary.ts';

flags([]);

await script(async () => {
  const { administrator } = await runSteps([
    settingsStep('production'),
    ...buildSteps({ cms: ['server'] }),
    {
      title: 'Demo library',
      task: async (context, task) => {
        await expectStopped(context.settings.cms);
        const { administrator, articles } = await loadDemoLibrary(context.settings, (done, of) => {
          task.output = `${done} of ${of} articles`;
        });
        context.administrator = administrator;
        task.title =
          articles === 0
            ? 'The demo library was loaded before: nothing was changed'
            : `Demo library: ${articles} articles loaded`;
      },
    },
  ]);
  if (administrator) process.stdout.write(`\n${signIn(administrator)}\n\n`);
});
