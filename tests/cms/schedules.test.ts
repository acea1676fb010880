import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Refused } from '../support/content.ts';
import { Desk } from '../support/desk.ts';
import type { CallAdmin } from '../support/strapi.ts';

interface Runner {
  runDue: (strapi: unknown, onFailure: (failed: object) => Promise<void>, now?: Date) => Promise<void>;
}

interface Teller {
  tellOfFailure: (strapi: unknown, failed: object) => Promise<void>;
}

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const A_DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * A_DAY);

const set = (documentId: string, action: string, by: CallAdmin = desk.team.publisher, days = 1) =>
  by('POST', '/schedules', { documentId, action, time: inDays(days).toISOString().slice(0, 16) });

/** Looks at the clock a week from now. */
function run(): Promise<void> {
  const { strapi, module } = desk.cms;
  const { tellOfFailure } = module<Teller>('mail/occasions');
  return module<Runner>('schedules/run-due').runDue(strapi, (failed) => tellOfFailure(strapi, failed), inDays(7));
}

describe('a schedule', () => {
  it('publishes and takes back once, also when two servers see that it is due', async () => {
    const documentId = await desk.written();
    await desk.review(documentId);
    expect((await set(documentId, 'publish', desk.team.writer)).status).toBe(403);
    expect((await set(documentId, 'publish')).status).toBe(200);
    expect((await set(documentId, 'publish')).status).toBe(400);
    const feed = async () => JSON.stringify((await desk.cms.graphql('{ contentChanges(first: 100) { cursor } }')).data);
    await Promise.all([run(), run()]);
    expect(await desk.isPublished(documentId)).toBe(true);
    const before = await feed();
    await run();
    expect(await feed()).toBe(before);
    await set(documentId, 'unpublish');
    await run();
    expect(await desk.isPublished(documentId)).toBe(false);
  });

  it('is judged when it is set, and again when it is due; a failure is told', async () => {
    const documentId = await desk.written({ title: 'To be published later' });
    const refused = await set(documentId, 'publish');
    expect((refused.body as Refused).error.message).toContain('Nobody has reviewed this yet.');
    await desk.review(documentId);
    expect((await set(documentId, 'publish')).status).toBe(200);
    await desk.save(documentId, { summary: 'Edited after it was set.' }, desk.team.writer);
    desk.mailbox.letters.length = 0;
    await run();
    expect(await desk.isPublished(documentId)).toBe(false);
    const { body } = await desk.team.publisher('GET', '/home/schedules');
    expect((body as { failed: object[] }).failed).toMatchObject([
      { documentId, title: 'To be published later', reason: expect.stringContaining('edited since its review') as string },
    ]);
    expect(desk.mailbox.letters).toMatchObject([
      { to: ['publisher@example.org'], subject: 'Not published: To be published later' },
    ]);
  });

  it('is called off', async () => {
    const documentId = await desk.written();
    await desk.review(documentId);
    const { body } = await set(documentId, 'publish');
    const { id } = body as { id: number };
    expect((await desk.team.writer('DELETE', `/schedules/${id}`)).status).toBe(403);
    expect((await desk.team.publisher('DELETE', `/schedules/${id}`)).status).toBe(200);
    await run();
    expect(await desk.isPublished(documentId)).toBe(false);
  });

  describe('that breaks for no reason of the article’s', () => {
    const sql = (statement: string) => desk.cms.strapi.db.connection.raw(statement);
    const broken = async (work: () => Promise<void>) => {
      await sql("CREATE TRIGGER broken BEFORE INSERT ON public_texts BEGIN SELECT RAISE(ABORT, 'broken for a test'); END");
      await work().finally(() => sql('DROP TRIGGER broken'));
    };
    const told = async () =>
      (await desk.team.publisher('GET', '/home/schedules')).body as Record<'pending' | 'failed', { documentId: string }[]>;
    const of = (documentId: string, list: { documentId: string }[]) => list.filter((one) => one.documentId === documentId);

    it('stays due, what is due after it waits, and both are done in their order once they can be', async () => {
      const documentId = await desk.written();
      await desk.review(documentId);
      await set(documentId, 'publish');
      await set(documentId, 'unpublish', desk.team.publisher, 2);
      desk.mailbox.letters.length = 0;
      await broken(async () => {
        await run();
        const { pending, failed } = await told();
        expect([of(documentId, pending).length, of(documentId, failed).length]).toEqual([2, 0]);
      });
      await run();
      const { pending, failed } = await told();
      expect([...of(documentId, pending), ...of(documentId, failed)]).toEqual([]);
      expect(await desk.isPublished(documentId)).toBe(false);
      // It was public in between: a visitor who has its address is told that it is gone.
      const rows = await desk.cms.strapi.db.connection('public_changes').where({ document_id: documentId }).select('is_live');
      expect(rows.map(({ is_live: isLive }: { is_live: unknown }) => Boolean(isLive))).toEqual([false]);
      expect(desk.mailbox.letters).toEqual([]);
    });

    it('fails in the end, and sends whoever set it to those who run the CMS', async () => {
      const documentId = await desk.written();
      await desk.review(documentId);
      await set(documentId, 'publish');
      await broken(async () => {
        for (let look = 0; look < 8; look++) await run();
      });
      await run();
      expect(of(documentId, (await told()).failed)).toMatchObject([
        { reason: expect.stringContaining('Whoever runs it finds the cause in its log.') as string },
      ]);
      expect(await desk.isPublished(documentId)).toBe(false);
    });
  });
});
