import { flags } from './lib/arguments.ts';
import { expectStopped } from './lib/database/in-use.ts';
import { script } from './lib/problem.ts';
import { loadDemoLibrary, makeDemoTeam, type DemoAccount } from './lib/seed.ts';
import { buildSteps, runSteps, settingsStep } from './lib/steps.ts';
import { demoTeam, signIn } from './lib/summary.ts';

const switches = flags(['demo-team']);
let team: DemoAccount[] = [];

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
    {
      title: 'Demo team',
      enabled: () => switches['demo-team'],
      task: async (context, task) => {
        const made = await makeDemoTeam(context.settings);
        context.administrator ??= made.administrator;
        team = made.accounts;
        task.title = team.length === 0 ? 'Demo team: every account was there before' : `Demo team: ${team.length} accounts made`;
      },
    },
  ]);
  if (administrator) process.stdout.write(`\n${signIn(administrator)}\n\n`);
});
if (team.length > 0) process.stdout.write(`\n${demoTeam(team)}\n\n`);
