import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { temporaryFolder } from '../../support/cms-process.ts';
import { root } from '../../support/operations.ts';
import { freePort } from '../../support/ports.ts';

import type { StaticAnswer } from './nginx.ts';

/** Starts Node's own server with nothing around it, giving the same bytes from memory: what the site can reach at best. */
export async function startBareNode(answers: readonly StaticAnswer[]): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = temporaryFolder('bare-node');
  const file = path.join(folder.path, 'answers.json');
  writeFileSync(file, JSON.stringify(answers.map((answer) => ({ ...answer, body: answer.body.toString('base64') }))));
  const port = await freePort();
  const program = path.join(root, 'tests/bench/support/bare-server.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, file, String(port)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), exited]);
  if (child.exitCode !== null) throw new Error('The bare server did not start.');
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      folder.remove();
    },
  };
}
