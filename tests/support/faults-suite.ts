import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { halvesIn, type Query } from './consistency.ts';
import { ARTICLE, articleData, askForShelf, type Shelf } from './content.ts';
import type { CallAdmin, GraphQLAnswer } from './strapi.ts';

/** Ends a fault. */
type End = () => Promise<void>;

/** A running CMS whose database can be made to fail. */
export interface FaultyCms {
  ask: (query: string) => Promise<GraphQLAnswer>;
  admin: CallAdmin;
  query: Query;
  /** Keeps everybody else from writing for some milliseconds; returns once it does. */
  lock: (ms: number) => Promise<End>;
  /** How long a write waits for such a lock before it gives up, in milliseconds. */
  patience: number;
  /** Leaves no room for another row. */
  fillDisk: () => Promise<End>;
  /** Reads in one long transaction, as a backup does. */
  readLong: () => Promise<End>;
  /** Has the database refuse the COMMIT of whatever publishes an article whose address begins with `refused`. */
  refuseCommits: () => Promise<void>;
  /** Lets every new row of a table fail. */
  breakTable: (table: string) => Promise<End>;
  stop: () => Promise<void>;
}

/** A first start fills the database, which takes its time on a busy machine. */
const FIRST_START_MS = 600_000;

const articles = `/content-manager/collection-types/${ARTICLE}`;

/**
 * What holds whatever goes wrong in the database, and however many write at once: what was acknowledged stays, nothing is done by half, and
 * work goes on afterwards.
 */
export function describeFaults(database: 'SQLite' | 'PostgreSQL', start: () => Promise<FaultyCms>): void {
  let cms: FaultyCms;
  let shelf: Shelf;
  const acknowledged = new Set<string>();

  const publish = async (slug: string, changes: Record<string, unknown> = {}) => {
    const { status, body } = await cms.admin('POST', `${articles}/actions/publish`, articleData(shelf, { slug, ...changes }));
    if (status < 300) acknowledged.add(slug);
    return { status, text: JSON.stringify(body) };
  };
  const visible = async () => {
    const { data, errors } = await cms.ask('{ articles(pagination: { limit: 100 }) { slug } }');
    expect(errors).toBeUndefined();
    return new Set((data?.['articles'] as unknown as { slug: string }[]).map(({ slug }) => slug));
  };
  /** Nothing is lost, nothing is half done, and the next publish succeeds. */
  const expectWhole = async () => {
    expect((await publish(`afterwards-${acknowledged.size}`)).status).toBe(200);
    const shown = await visible();
    expect([...acknowledged].filter((slug) => !shown.has(slug))).toEqual([]);
    expect(await halvesIn(cms.query, database)).toEqual([]);
  };
  const during = async (fault: Promise<End>, work: () => Promise<void>) => {
    const end = await fault;
    await work().finally(end);
    await expectWhole();
  };
  const expectRefused = async (slug: string, changes?: Record<string, unknown>) => {
    const { status, text } = await publish(slug, changes);
    expect(status, text).toBeGreaterThanOrEqual(500);
    expect(text).not.toMatch(/insert into|SQLITE|select /i);
  };

  describe(`with ${database}`, () => {
    beforeAll(async () => {
      cms = await start();
      shelf = await askForShelf(cms.ask);
      await publish('before-any-fault');
    }, FIRST_START_MS);
    afterAll(() => cms.stop());

    it('a long reader holds nobody up', async () => {
      await during(cms.readLong(), async () => {
        for (let i = 0; i < 10; i++) expect((await publish(`beside-a-reader-${i}`)).status).toBe(200);
      });
    });

    it('a short lock delays a publish', async () => {
      await during(cms.lock(700), async () => {
        expect((await publish('after-a-short-wait')).status).toBe(200);
      });
    });

    it('a long lock refuses a publish, reading goes on, and nothing stays locked', async () => {
      await during(cms.lock(cms.patience + 3_000), async () => {
        const publishing = expectRefused('never-had-its-turn');
        await sleep(100);
        expect(await visible()).toContain('before-any-fault');
        await publishing;
      });
      expect(await visible()).not.toContain('never-had-its-turn');
    });

    it('a full disk refuses what does not fit, reading goes on, and with room all is well', async () => {
      const body = Array.from({ length: 400 }, (_, i) => ({
        type: 'paragraph',
        children: [{ type: 'text', text: `Words that need room, number ${i}.`.repeat(20) }],
      }));
      await during(cms.fillDisk(), async () => {
        await expectRefused('too-big-for-the-disk', { body: [{ __component: 'body.rich-text', content: body }] });
        expect(await visible()).toContain('before-any-fault');
      });
      expect(await visible()).not.toContain('too-big-for-the-disk');
    });

    it('a refused COMMIT is not acknowledged', async () => {
      await cms.refuseCommits();
      for (let i = 0; i < 3; i++) await expectRefused(`refused-${i}`);
      await expectWhole();
    });

    it.each(['public_changes', 'public_articles', 'public_references', 'public_texts', 'public_words'])(
      'a publish that breaks at %s is undone as a whole',
      async (table) => {
        const word = table.replaceAll('_', '');
        await during(cms.breakTable(table), () => expectRefused(`broken-at-${word}`, { title: `A new word: ${word}` }));
      },
    );

    it('a crowd of 200 saves and publishes on 20 articles loses no entry of the feed and leaves one article at an address', async () => {
      const ids = await Promise.all(
        Array.from({ length: 20 }, async (_, i) => {
          const created = await cms.admin('POST', articles, articleData(shelf, { slug: `crowd-${i}` }));
          return (created.body as { data: { documentId: string } }).data.documentId;
        }),
      );
      const [before] = (await cms.query('SELECT max(position) AS last FROM public_changes')) as { last: number | string }[];
      const published = await Promise.all(
        Array.from({ length: 200 }, async (_, i) => {
          const way = i % 2 === 1 ? ['POST', '/actions/publish'] : ['PUT', ''];
          // Every tenth wants the same address.
          const slug = i % 10 === 9 ? { slug: 'wanted-by-many' } : {};
          const path = `${articles}/${ids[i % ids.length] ?? ''}${way[1] ?? ''}`;
          const { status, body } = await cms.admin(way[0] ?? '', path, { title: `Version ${i}`, ...slug });
          if (status !== 200)
            expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('already has this address')]);
          return status === 200 && i % 2 === 1;
        }),
      );
      const many = published.filter(Boolean).length;
      expect(many).toBeGreaterThan(50);
      const rows = (await cms.query(
        `SELECT document_id FROM public_changes WHERE type = 'article' AND position > ${Number(before?.last)}`,
      )) as { document_id: string }[];
      const moved = new Set(published.flatMap((isDone, i) => (isDone ? [ids[i % ids.length]] : [])));
      expect(new Set(rows.map((row) => row.document_id))).toEqual(moved);
      const [last] = (await cms.query('SELECT max(position) AS last FROM public_changes')) as { last: number | string }[];
      // Each publish moves its article on in the feed, besides what moves with it.
      expect(Number(last?.last) - Number(before?.last)).toBeGreaterThanOrEqual(many);
      const wanted = await cms.query("SELECT id FROM articles WHERE slug = 'wanted-by-many' AND published_at IS NOT NULL");
      expect(wanted.length).toBeLessThanOrEqual(1);
      await expectWhole();
    }, 240_000);

    it('a change of address that breaks at its redirect is undone as a whole', async () => {
      const { body } = await cms.admin('POST', `${articles}/actions/publish`, articleData(shelf, { slug: 'stays-here' }));
      const { documentId } = (body as { data: { documentId: string } }).data;
      await during(cms.breakTable('redirects'), async () => {
        const { status } = await cms.admin('POST', `${articles}/${documentId}/actions/publish`, { slug: 'moved-away' });
        expect(status).toBeGreaterThanOrEqual(500);
      });
      const shown = await visible();
      expect([shown.has('stays-here'), shown.has('moved-away')]).toEqual([true, false]);
    });
  });
}
