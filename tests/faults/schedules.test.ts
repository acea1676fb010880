import { randomUUID } from 'node:crypto';

import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { startCms, type CmsProcess } from '../support/cms-process.ts';
import { ARTICLE, articleData, askForShelf } from '../support/content.ts';
import { copyOf } from '../support/ready-cms.ts';
import { adminOf, askCms, type CallAdmin } from '../support/strapi.ts';

const ready = inject('readyCms');
const articles = `/content-manager/collection-types/${ARTICLE}`;
const content = copyOf(ready);
const database = `${content.path}/content.db`;

let cms: CmsProcess;
let admin: CallAdmin;
beforeAll(start);
afterAll(async () => {
  await cms.stop();
  content.remove();
});

async function start(): Promise<void> {
  cms = await startCms(content.path, ready.secrets);
  admin = adminOf(cms.url, ready.administrator);
}

function sql<Row>(statement: string, ...values: unknown[]): Row[] {
  const connection = new Database(database);
  try {
    const prepared = connection.prepare(statement);
    if (prepared.reader) return prepared.all(values) as Row[];
    prepared.run(values);
    return [];
  } finally {
    connection.close();
  }
}

/** Where the change feed stands, and where it last told of an article. */
function feed(documentId: string): { last: number; told: number | null } {
  const [row] = sql<{ last: number; told: number | null }>(
    'SELECT max(position) AS last, max(CASE WHEN document_id = ? THEN position END) AS told FROM public_changes',
    documentId,
  );
  return row ?? { last: 0, told: null };
}

async function arranged(title: string): Promise<string> {
  const shelf = await askForShelf((query) => askCms(cms.url, query));
  const { body } = await admin('POST', articles, articleData(shelf, { title, slug: `arranged-${randomUUID()}` }));
  const { documentId } = (body as { data: { documentId: string } }).data;
  const time = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 16);
  expect((await admin('POST', '/schedules', { documentId, action: 'publish', time })).status).toBe(200);
  return documentId;
}

interface Told {
  pending: object[];
  failed: { documentId: string; title: string; reason: string }[];
}
const home = async () => (await admin('GET', '/home/schedules')).body as Told;
const stateOf = (documentId: string) =>
  sql<{ state: string }>('SELECT state FROM article_schedules WHERE document_id = ?', documentId)[0]?.state;

describe('a schedule that falls due while the CMS is stopped', { timeout: 120_000 }, () => {
  it('is done soon after the next start, once; one whose article cannot go live any more fails, and the home page keeps why', async () => {
    const [sound, edited] = [await arranged('Arranged and left alone'), await arranged('Arranged and edited')];
    expect((await admin('PUT', `${articles}/${edited}`, { shortAnswer: '' })).status).toBe(200);
    expect((await home()).pending).toHaveLength(2);
    await cms.stop();
    sql('UPDATE article_schedules SET at = ?', Date.now() - 60_000);
    expect([stateOf(sound), stateOf(edited)]).toEqual(['pending', 'pending']);
    const before = feed(sound);
    expect(before.told).toBeNull();

    await start();
    await expect.poll(() => [stateOf(sound), stateOf(edited)], { timeout: 20_000 }).toEqual(['done', 'failed']);
    const after = feed(sound);
    expect(after).toEqual({ last: before.last + 1, told: before.last + 1 });
    const { data } = await askCms(
      cms.url,
      `{ article(documentId: "${sound}") { title } other: article(documentId: "${edited}") { title } }`,
    );
    expect(data).toEqual({ article: { title: 'Arranged and left alone' }, other: null });
    const told = { documentId: edited, title: 'Arranged and edited', reason: 'Write the short answer.' };
    expect(await home()).toMatchObject({ pending: [], failed: [told] });

    await cms.stop();
    await start();
    // The clock was looked at before the CMS answered; what it would do again is done by the time a publish has had its turn.
    const third = await arranged('Arranged for later');
    expect([stateOf(sound), stateOf(edited), stateOf(third)]).toEqual(['done', 'failed', 'pending']);
    expect(feed(sound)).toEqual(after);
    expect(await home()).toMatchObject({ pending: [{ documentId: third }], failed: [told] });
  });
});
