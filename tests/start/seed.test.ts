import { existsSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startCms, temporaryFolder } from '../support/cms-process.ts';
import { ownPlaces, runCommand } from '../support/command.ts';

const folder = temporaryFolder('seed');
let env: Record<string, string>;
beforeAll(async () => {
  env = { ...(await ownPlaces(folder.path)), DEMO_LIBRARY: 'off' };
});
afterAll(() => {
  folder.remove();
});

async function seed(...switches: string[]): Promise<{ code: number | undefined; output: string }> {
  const command = runCommand('seed', switches, env);
  return { code: await command.exited, output: command.output() };
}

describe('seed', { timeout: 240_000 }, () => {
  it('loads the demo library into a new database, and tells who may sign in', async () => {
    const { code, output } = await seed();
    expect(code, output).toBe(0);
    expect(output).toMatch(/ 7 of \d+ articles/);
    expect(output).toMatch(/Demo library: \d+ articles loaded/);
    expect(output).toMatch(/E-mail +admin@example\.org\n +Password +\S{20}\n/);
    expect(existsSync(env['ENV_PATH'] ?? '')).toBe(true);
  });

  it('does it once in the life of a database', async () => {
    const { code, output } = await seed();
    expect(code, output).toBe(0);
    expect(output).toContain('The demo library was loaded before: nothing was changed');
    expect(output).not.toMatch(/Password|articles loaded/);
  });

  it('makes a demo team on demand: one account per role, passwords told once', async () => {
    const { code, output } = await seed('--demo-team');
    expect(code, output).toBe(0);
    expect(output).toContain('4 accounts made');
    expect(
      output.match(/E-mail +(?:writer|clinical-reviewer|publisher|front-desk)@example\.org\n +Password +\S{20}\n/g),
    ).toHaveLength(4);
    const again = await seed('--demo-team');
    expect(again.output).toContain('every account was there before');
    expect(again.output).not.toContain('Password');
  });

  it('leaves a CMS that runs alone', async () => {
    const cms = await startCms(env['CMS_DATA_DIR'] ?? '', { DEMO_LIBRARY: 'off' });
    const { code, output } = await seed();
    await cms.stop();
    expect(code).toBe(1);
    expect(output).toMatch(/has \S+content\.db open, most likely a running CMS: stop it first/);
  });
});
