import { afterAll, describe, expect, inject, it } from 'vitest';

import { temporaryFolder } from '../support/cms-process.ts';
import { ownPlaces, runCommand } from '../support/command.ts';
import { copyOf } from '../support/ready-cms.ts';

const MINUTES = 240_000;

describe('pnpm dev', { timeout: MINUTES }, () => {
  const folder = temporaryFolder('dev');
  afterAll(() => {
    folder.remove();
  });

  it('runs both apps from their sources, answers strangers, and has a place to try queries out', async () => {
    const ready = inject('readyCms');
    const copy = copyOf(ready);
    const env: Record<string, string> = { ...(await ownPlaces(folder.path)), ...ready.secrets, CMS_DATA_DIR: copy.path };
    const dev = runCommand('dev', [], env);
    await dev.says('Ready in');
    const cms = `http://127.0.0.1:${env['CMS_PORT']}`;

    const asked = await fetch(`${cms}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ articles(pagination: { limit: 1 }) { __typename } }' }),
    });
    expect(await asked.json()).toEqual({ data: { articles: [{ __typename: 'Article' }] } });

    const graphiql = await fetch(`${cms}/graphiql`);
    expect(graphiql.status).toBe(200);
    expect(graphiql.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await graphiql.text()).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);

    const page = await fetch(`http://localhost:${env['PORT']}/articles`);
    expect(await page.text()).toContain('Read Article');

    dev.interrupt();
    expect(await dev.exited).toBe(0);
    copy.remove();
  });
});
