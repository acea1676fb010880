import { readFileSync } from 'node:fs';
import path from 'node:path';

import { execa } from 'execa';
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest';

import { temporaryFolder } from '../support/cms-process.ts';
import { ownPlaces, runCommand, type Command } from '../support/command.ts';
import { startLoad } from '../support/load.ts';
import { copyOf } from '../support/ready-cms.ts';

const ready = inject('readyCms');
const copy = copyOf(ready);
const folder = temporaryFolder('lifetime');
let env: Record<string, string>;
beforeEach(async () => {
  env = { ...(await ownPlaces(folder.path)), ...ready.secrets, CMS_DATA_DIR: copy.path };
});
afterAll(() => {
  copy.remove();
  folder.remove();
});

/** The processes of this start: nobody else has its data folder in the environment. */
async function processes(): Promise<{ pid: number; line: string }[]> {
  const { stdout } = await execa('ps', ['axeww', '-o', 'pid=,command=']);
  return stdout
    .split('\n')
    .filter((line) => line.includes(`CMS_DATA_DIR=${copy.path}`))
    .map((line) => ({ pid: Number.parseInt(line, 10), line }));
}

async function started(): Promise<Command> {
  const command = runCommand('start', [], env);
  await command.says('Ready in');
  expect(
    (await processes()).map(({ line }) => line).filter((line) => /strapi\.js start|build\/server\/index\.js/.test(line)),
  ).toHaveLength(2);
  return command;
}

const gone = () => expect.poll(processes, { timeout: 15_000 }).toEqual([]);

describe('both apps', { timeout: 120_000 }, () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('end within five seconds of %s, all of them', async (signal) => {
    const command = await started();
    for (const what of ['Contract', 'CMS', 'Site']) expect(command.output()).toContain(`${what}: up to date`);
    const asked = performance.now();
    process.kill(command.pid, signal);
    expect(await command.exited, command.output()).toBe(0);
    expect(performance.now() - asked).toBeLessThan(5_000);
    expect(await processes()).toEqual([]);
  });

  it('end when the script that started them is killed', async () => {
    const command = await started();
    command.kill();
    await command.exited;
    await gone();
  });

  it.each([
    ['The CMS', 'strapi.js start', 'cms.log'],
    ['The site', 'build/server/index.js', 'site.log'],
  ])('end when one of them does: %s', async (name, program, log) => {
    const command = await started();
    const victim = (await processes()).find(({ line }) => line.includes(program));
    process.kill(victim?.pid ?? 0, 'SIGKILL');
    expect(await command.exited).toBe(1);
    expect(command.output()).toContain(`${name} ended unexpectedly (signal SIGKILL): all it wrote is in `);
    expect(command.output()).toContain(log);
    await gone();
  });

  it('go on while the site is started anew, and no visitor notices', async () => {
    const command = await started();
    const site = async () => (await processes()).find(({ line }) => line.includes('build/server/index.js'))?.pid;
    const load = startLoad(`http://localhost:${env['PORT']}`, ['/', '/articles', '/healthz'], 50);
    const before = await site();
    await new Promise((resolve) => setTimeout(resolve, 500));
    process.kill(command.pid, 'SIGUSR2');
    await command.says('The site was started anew');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { asked, failed } = await load.stop();
    expect(failed).toEqual([]);
    expect(asked).toBeGreaterThan(50);
    const after = await site();
    expect(after).toBeDefined();
    expect(after).not.toBe(before);
    process.kill(command.pid, 'SIGTERM');
    expect(await command.exited, command.output()).toBe(0);
    expect(await processes()).toEqual([]);
  });

  it('leave their logs where only their owner can read them', () => {
    expect(readFileSync(path.join(copy.path, 'logs/cms.log'), 'utf8')).toContain('Strapi started successfully');
  });
});
