import { flags } from './lib/arguments.ts';
import { runInCms } from './lib/cms-task.ts';
import { expectStopped } from './lib/database/in-use.ts';
import { script } from './lib/problem.ts';
import { buildSteps, runSteps, settingsStep } from './lib/steps.ts';

flags([]);

/** Makes lists, search and the change feed anew from the content, after an import or a repair that wrote past the CMS. */
await script(async () => {
  await runSteps([
    settingsStep('production'),
    ...buildSteps({ cms: ['server'] }),
    {
      title: 'Lists, search and change feed',
      task: async ({ settings }, task) => {
        await expectStopped(settings.cms);
        await runInCms(settings, {
          name: 'rebuild-index',
          env: { REBUILD_INDEX: 'on', DEMO_LIBRARY: 'off' },
          onMessage: (message) => {
            const { event, documents } = message as { event: string; documents: number };
            if (event === 'index-rebuilt') task.title = `Lists, search and change feed made anew from ${documents} documents`;
          },
        });
      },
    },
  ]);
});
