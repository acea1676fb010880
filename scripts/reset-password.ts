import { switchesAndRest } from './lib/arguments.ts';
import { runInCms } from './lib/cms-task.ts';
import { Problem, script } from './lib/problem.ts';
import { buildSteps, runSteps, settingsStep } from './lib/steps.ts';
import { newPassword } from './lib/summary.ts';

const [email, ...more] = switchesAndRest([]).rest;

type Answer = { event: 'password'; password: string } | { event: 'no-such-user' };

await script(async () => {
  if (email === undefined || more.length > 0) throw new Problem('Name the administrator by e-mail address.');
  let answer: Answer | undefined;
  await runSteps([
    settingsStep('production'),
    ...buildSteps({ cms: ['server'] }),
    {
      title: 'New password',
      task: async ({ settings }) => {
        await runInCms(settings, {
          name: 'reset-password',
          args: [email],
          env: { DEMO_LIBRARY: 'off' },
          onMessage: (message) => {
            answer = message as Answer;
          },
        });
        if (answer?.event !== 'password') throw new Problem(`There is no administrator with the e-mail address ${email}.`);
      },
    },
  ]);
  if (answer?.event === 'password') process.stdout.write(`\n${newPassword({ email, password: answer.password })}\n\n`);
});
