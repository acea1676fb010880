import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ARTICLE, articleData, openShelf, paragraph, text, type Refused, type Shelf } from '../support/content.ts';
import { openMailbox, type Mailbox } from '../support/mailbox.ts';
import { bootStrapi, type CallAdmin, type TestCms } from '../support/strapi.ts';
import { gatherTeam, type Role } from '../support/team.ts';

const articles = `/content-manager/collection-types/${ARTICLE}`;
const SECRET_WORDS = 'Words of a draft for the team only';

let mailbox: Mailbox;
let cms: TestCms;
let team: Record<Role, CallAdmin>;
let shelf: Shelf;
beforeAll(async () => {
  mailbox = await openMailbox();
  cms = await bootStrapi({ REVIEW_REQUIRED: 'on', SMTP_URL: mailbox.url, MAIL_FROM: 'Clinic <desk@example.org>' });
  team = await gatherTeam(cms);
  shelf = await openShelf(cms.strapi);
});
afterAll(async () => {
  await cms.stop();
  await mailbox.close();
});

async function written(changes: Record<string, unknown> = {}, by: CallAdmin = team.writer): Promise<string> {
  const { status, body } = await by('POST', articles, articleData(shelf, changes));
  expect(status).toBe(201);
  return (body as { data: { documentId: string } }).data.documentId;
}

async function isPublished(documentId: string): Promise<boolean> {
  return (await cms.strapi.db.query(ARTICLE).findOne({ where: { documentId, publishedAt: { $notNull: true } } })) !== null;
}

describe('a writer', () => {
  it('saves drafts and publishes by no way that the admin has', async () => {
    const documentId = await written();
    const answers = [
      await team.writer('POST', `${articles}/actions/publish`, articleData(shelf)),
      await team.writer('POST', `${articles}/${documentId}/actions/publish`, {}),
      await team.writer('POST', `${articles}/actions/bulkPublish`, { documentIds: [documentId] }),
      await team.writer('POST', `${articles}/actions/bulkUnpublish`, { documentIds: [documentId] }),
      await team.writer('DELETE', `${articles}/${documentId}`),
      await team.writer('POST', `${articles}/actions/bulkDelete`, { documentIds: [documentId] }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
    await team.writer('PUT', `${articles}/${documentId}?status=published`, { status: 'published', publishedAt: new Date() });
    await team.writer('POST', `${articles}?status=published`, { ...articleData(shelf), status: 'published' });
    expect(await isPublished(documentId)).toBe(false);
    expect(
      await cms.strapi.db.query(ARTICLE).count({ where: { slug: { $startsWith: 'test-' }, publishedAt: { $notNull: true } } }),
    ).toBe(0);
  });

  it('adds sources, and changes nothing else that is public at once', async () => {
    const source = { citationKey: 'team-2026', title: 'A study of teams', authors: 'Team A', year: 2026 };
    expect((await team.writer('POST', '/content-manager/collection-types/api::source.source', source)).status).not.toBe(403);
    const refused = await Promise.all([
      team.writer('PUT', '/content-manager/single-types/api::clinic.clinic', { name: 'Mine' }),
      team.writer('POST', '/content-manager/collection-types/api::redirect.redirect', { from: '/a', to: '/b' }),
      team.writer('PUT', `/content-manager/collection-types/api::category.category/${shelf.category}`, { name: 'Mine' }),
      team.writer('GET', '/admin/users'),
      team.writer('GET', '/admin/api-tokens'),
    ]);
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
  });
});

describe('the front desk', () => {
  it('sees no draft by any question, and gets no link to one', async () => {
    const documentId = await written({ title: SECRET_WORDS });
    const desk = team['front-desk'];
    const contributor = '/content-manager/relations/api::contributor.contributor';
    const answers = await Promise.all([
      desk('GET', articles),
      desk('GET', `${articles}/${documentId}`),
      desk('GET', `/content-manager/relations/${ARTICLE}/${documentId}/category`),
      desk('GET', `${contributor}/${shelf.author}/written`),
      desk('GET', `${contributor}/written?_q=${encodeURIComponent(SECRET_WORDS)}`),
      desk('GET', `/content-manager/collection-types/api::contributor.contributor/${shelf.author}`),
      desk('GET', `/content-manager/preview/url/${ARTICLE}?documentId=${documentId}&status=draft`),
      desk('GET', `/preview-links/${ARTICLE}/${documentId}`),
      desk('POST', '/preview-links', { model: ARTICLE, documentId }),
      desk('POST', '/readiness', { documentId, paths: [], sources: [] }),
      desk('GET', '/content-manager/homepage/recent-documents?action=update'),
      desk('GET', '/content-manager/single-types/api::clinic.clinic'),
    ]);
    const said = JSON.stringify(answers.map(({ body }) => body as unknown));
    expect(said).not.toContain(SECRET_WORDS);
    expect(said).not.toContain('/preview/');
    // Strapi answers a refused look at relations with an error of its own.
    const refused: unknown = expect.toSatisfy((status: number) => status >= 400);
    expect(answers.map(({ status }) => status)).toEqual([
      403,
      403,
      refused,
      refused,
      refused,
      200,
      expect.any(Number),
      403,
      403,
      403,
      200,
      403,
    ]);
  });
});

describe('roles', () => {
  it('are made again as they are written at the next start', async () => {
    const { applyRoles } = cms.module<{ applyRoles: (strapi: unknown) => Promise<void> }>('access/apply-roles');
    const role = (await cms.strapi.db.query('admin::role').findOne({ where: { code: 'writer' } })) as { id: number };
    const permission = { action: 'plugin::content-manager.explorer.publish', subject: ARTICLE, role: role.id };
    await cms.strapi.db
      .query('admin::permission')
      .create({ data: { ...permission, properties: {}, conditions: [], actionParameters: {} } });
    await applyRoles(cms.strapi);
    const documentId = await written();
    expect((await team.writer('POST', `${articles}/${documentId}/actions/publish`, {})).status).toBe(403);
  });

  it('do not start a CMS in which strangers may do anything more than ask', async () => {
    const { expectClosedDoors } = cms.module<{ expectClosedDoors: (strapi: unknown) => Promise<void> }>('access/open-routes');
    await expectClosedDoors(cms.strapi);
    const open = {
      contentAPI: { getRoutesMap: () => ({ api: [{ method: 'GET', path: '/api/open', config: { auth: false } }] }) },
      plugins: {},
    };
    await expect(expectClosedDoors(open)).rejects.toThrow('GET /api/open');
    const granting = {
      contentAPI: { getRoutesMap: () => ({}) },
      plugins: { 'users-permissions': {} },
      db: { query: () => ({ findMany: () => [{ action: 'api::article.article.find' }] }) },
    };
    await expect(expectClosedDoors(granting)).rejects.toThrow('api::article.article.find');
  });
});

interface Standing {
  state: string;
  hash: string;
  isValid: boolean;
  changed: string[];
  savers: string[];
  against: string | null;
  checklist: { key: string }[];
}

const standing = async (documentId: string, by: CallAdmin = team['clinical-reviewer']) =>
  (await by('GET', `/reviews/${documentId}`)).body as Standing;

async function review(documentId: string, by: CallAdmin = team['clinical-reviewer']) {
  const { hash, checklist } = await standing(documentId, by);
  return by('POST', '/reviews', { documentId, hash, note: 'Fine.', checklist: checklist.map(({ key }) => key) });
}

const publish = (documentId: string, by: CallAdmin = team.publisher) =>
  by('POST', `${articles}/${documentId}/actions/publish`, {});

const save = (documentId: string, changes: object, by: CallAdmin) => by('PUT', `${articles}/${documentId}`, changes);

async function publicReview(documentId: string): Promise<unknown> {
  const { data } = await cms.graphql(`{ article(documentId: "${documentId}") { reviewState lastReviewed reviewDue } }`);
  return data?.['article'];
}

describe('four eyes', () => {
  it('let an article go live only when a clinical reviewer who did not write it has looked at it as it is', async () => {
    const documentId = await written();
    const refused = await publish(documentId);
    expect(refused.status).toBe(400);
    expect((refused.body as Refused).error.message).toContain('Nobody has reviewed this yet.');
    const bulk = await team.publisher('POST', `${articles}/actions/bulkPublish`, { documentIds: [documentId] });
    expect([bulk.status, await isPublished(documentId)]).toEqual([400, false]);

    expect((await review(documentId)).status).toBe(200);
    expect((await publish(documentId)).status).toBe(200);
    const today = new Date().toISOString().slice(0, 10);
    expect(await publicReview(documentId)).toEqual({
      reviewState: 'CURRENT',
      lastReviewed: today,
      reviewDue: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
    });

    // What is exempt may change; what is reviewed may not.
    await save(documentId, { slug: `moved-${documentId}`, seo: { description: 'For search engines.' } }, team.writer);
    expect((await publish(documentId)).status).toBe(200);
    await save(documentId, { summary: 'Another summary.', body: [text(paragraph('Other words.'))] }, team.writer);
    const edited = await publish(documentId);
    expect((edited.body as Refused).error.message).toContain('edited since its review (Summary and Text)');
    expect(await standing(documentId)).toMatchObject({ state: 'edited', changed: ['Summary', 'Text'], savers: ['Demo Writer'] });
    expect(await publicReview(documentId)).toMatchObject({ reviewState: 'CURRENT' });
    await review(documentId);
    expect((await publish(documentId)).status).toBe(200);
  });

  it('let nobody approve what they saved, nor anybody who is no clinical reviewer', async () => {
    const documentId = await written();
    await save(documentId, { summary: 'Corrected by the reviewer.' }, team['clinical-reviewer']);
    const own = await review(documentId);
    expect(own.status).toBe(403);
    expect((own.body as Refused).error.message).toContain('You edited this since its last review.');
    for (const by of [team.writer, team.publisher, cms.admin]) expect((await review(documentId, by)).status).toBe(403);
    expect((await team['front-desk']('GET', `/reviews/${documentId}`)).status).toBe(403);
    expect((await publish(documentId, cms.admin)).status).toBe(400);
  });

  it('want the whole list confirmed, of the text that is there now', async () => {
    const documentId = await written();
    const { hash, checklist } = await standing(documentId);
    const mark = (marking: object) => team['clinical-reviewer']('POST', '/reviews', { documentId, note: '', ...marking });
    expect((await mark({ hash, checklist: ['claims'] })).status).toBe(400);
    await save(documentId, { summary: 'Changed while somebody reads.' }, team.writer);
    const late = await mark({ hash, checklist: checklist.map(({ key }) => key) });
    expect((late.body as Refused).error.message).toContain('while you were reading');
  });

  it('make nobody an author who only publishes', async () => {
    const documentId = await written();
    await review(documentId);
    const { body } = await team.publisher('GET', `${articles}/${documentId}`);
    const { title, summary } = (body as { data: { title: string; summary: string } }).data;
    expect((await team.publisher('POST', `${articles}/${documentId}/actions/publish`, { title, summary })).status).toBe(200);
    expect((await standing(documentId)).savers).toEqual([]);
  });

  it('know samples for what they are', async () => {
    const { data } = await cms.graphql(
      '{ articles(filters: { slug: { eq: "introduction-to-act-therapy" } }) { documentId reviewState lastReviewed } }',
    );
    const [sample] = data?.['articles'] as unknown as { documentId: string }[];
    expect(sample).toMatchObject({ reviewState: 'DEMO', lastReviewed: null });
    expect(await standing(sample?.documentId ?? '')).toMatchObject({ state: 'sample', isValid: true });
    const listed = await team.writer('GET', `${articles}?filters[reviewState][$eq]=sample&pageSize=50`);
    const { results } = listed.body as { results: { documentId: string }[] };
    expect(results.map(({ documentId: id }) => id)).toContain(sample?.documentId);
  });

  it('tell those who may review, by mail and on their home page, that somebody asks', async () => {
    const title = `Asked for ${Date.now()}`;
    const documentId = await written({ title });
    expect((await team.writer('POST', '/reviews/requests', { documentId, note: 'Please look at the doses.' })).status).toBe(200);
    await expect
      .poll(() => mailbox.letters)
      .toMatchObject([
        { to: ['clinical-reviewer@example.org'], text: expect.stringContaining('Please look at the doses.') as string },
      ]);
    const { body } = await team['clinical-reviewer']('GET', '/home/waiting-reviews');
    expect((body as { entries: object[] }).entries).toMatchObject([{ documentId, title, askedByName: 'Demo Writer' }]);
    const listed = await team.writer('GET', `${articles}?filters[reviewState][$eq]=waiting`);
    expect((listed.body as { results: object[] }).results).toMatchObject([{ documentId }]);
    await review(documentId);
    expect((await standing(documentId)).state).toBe('reviewed');
  });
});

interface Runner {
  runDue: (strapi: unknown, onFailure: (failed: object) => Promise<void>, now?: Date) => Promise<void>;
}

describe('a schedule', () => {
  const soon = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 16);
  const later = () => new Date(Date.now() + 7 * 86_400_000);
  const set = (documentId: string, action: string, by: CallAdmin = team.publisher) =>
    by('POST', '/schedules', { documentId, action, time: soon() });
  const run = () =>
    cms
      .module<Runner>('schedules/run-due')
      .runDue(
        cms.strapi,
        (failed) =>
          cms
            .module<{ tellOfFailure: (strapi: unknown, one: object) => Promise<void> }>('mail/occasions')
            .tellOfFailure(cms.strapi, failed),
        later(),
      );

  it('publishes and takes back once, also when two servers see that it is due', async () => {
    const documentId = await written();
    await review(documentId);
    expect((await set(documentId, 'publish', team.writer)).status).toBe(403);
    expect((await set(documentId, 'publish')).status).toBe(200);
    expect((await set(documentId, 'publish')).status).toBe(400);
    const feed = async () => JSON.stringify((await cms.graphql('{ contentChanges(first: 100) { cursor } }')).data);
    await Promise.all([run(), run()]);
    expect(await isPublished(documentId)).toBe(true);
    const before = await feed();
    await run();
    expect(await feed()).toBe(before);
    await set(documentId, 'unpublish');
    await run();
    expect(await isPublished(documentId)).toBe(false);
  });

  it('is judged when it is set, and again when it is due; a failure is told', async () => {
    const documentId = await written({ title: 'To be published later' });
    const refused = await set(documentId, 'publish');
    expect((refused.body as Refused).error.message).toContain('Nobody has reviewed this yet.');
    await review(documentId);
    expect((await set(documentId, 'publish')).status).toBe(200);
    await save(documentId, { summary: 'Edited after it was set.' }, team.writer);
    mailbox.letters.length = 0;
    await run();
    expect(await isPublished(documentId)).toBe(false);
    const { body } = await team.publisher('GET', '/home/schedules');
    expect((body as { failed: object[] }).failed).toMatchObject([
      { documentId, title: 'To be published later', reason: expect.stringContaining('edited since its review') as string },
    ]);
    expect(mailbox.letters).toMatchObject([{ to: ['publisher@example.org'], subject: 'Not published: To be published later' }]);
  });

  it('is called off', async () => {
    const documentId = await written();
    await review(documentId);
    const { body } = await set(documentId, 'publish');
    const { id } = body as { id: number };
    expect((await team.writer('DELETE', `/schedules/${id}`)).status).toBe(403);
    expect((await team.publisher('DELETE', `/schedules/${id}`)).status).toBe(200);
    await run();
    expect(await isPublished(documentId)).toBe(false);
  });
});

describe('a review that is overdue', () => {
  it('is shown on the home page, and told once a week', async () => {
    const documentId = await written({ title: 'Long overdue' });
    await review(documentId);
    await cms.strapi.db.query('clinic::review').updateMany({ where: { documentId }, data: { dueOn: '2020-01-01' } });
    await publish(documentId);
    const { body } = await team['clinical-reviewer']('GET', '/home/due-reviews');
    expect((body as { overdue: object[] }).overdue).toMatchObject([{ documentId, title: 'Long overdue' }]);
    expect(await publicReview(documentId)).toMatchObject({ reviewState: 'DUE' });

    const { sendDigestWeekly } = cms.module<{ sendDigestWeekly: (strapi: unknown, now: Date) => Promise<void> }>('mail/digest');
    const nextWeek = new Date(Date.now() + 8 * 86_400_000);
    mailbox.letters.length = 0;
    await sendDigestWeekly(cms.strapi, nextWeek);
    await sendDigestWeekly(cms.strapi, nextWeek);
    expect(mailbox.letters).toMatchObject([
      {
        to: ['clinical-reviewer@example.org'],
        subject: '1 review is overdue',
        text: expect.stringContaining('Long overdue') as string,
      },
    ]);
  });
});

describe('my drafts', () => {
  interface Told {
    entries: { documentId: string; title: string; isPublished: boolean }[];
  }
  const mine = async (by: CallAdmin) => ((await by('GET', '/home/my-drafts')).body as Told).entries;

  it('are those that I began or saved last and that are not published as they stand, the newest first', async () => {
    const [first, second] = [await written({ title: 'Begun first' }), await written({ title: 'Begun second' })];
    expect((await mine(team.writer)).slice(0, 2)).toMatchObject([
      { documentId: second, title: 'Begun second', isPublished: false },
      { documentId: first, title: 'Begun first', isPublished: false },
    ]);
    expect((await mine(team['clinical-reviewer'])).some(({ documentId }) => documentId === first)).toBe(false);
    await review(second);
    await publish(second);
    expect((await mine(team.writer)).some(({ documentId }) => documentId === second)).toBe(false);
    await save(second, { summary: 'Corrected since.' }, team['clinical-reviewer']);
    for (const by of [team.writer, team['clinical-reviewer']])
      expect((await mine(by))[0]).toMatchObject({ documentId: second, isPublished: true });
    expect((await team['front-desk']('GET', '/home/my-drafts')).status).toBe(403);
  });
});

describe('several articles at once', () => {
  interface Told {
    candidates: { documentId: string; title: string; isPublished: boolean; problems: { message: string }[] }[];
  }
  const judge = (documentIds: string[], by: CallAdmin = team.publisher) => by('POST', '/publish-candidates', { documentIds });
  async function verdicts(...documentIds: string[]) {
    const { candidates } = (await judge(documentIds)).body as Told;
    return candidates.map(({ isPublished: asItStands, problems }) =>
      asItStands ? 'published' : problems.map(({ message }) => message),
    );
  }
  const leadingTo = (slug: string) => ({ body: [text(paragraph(['the other', `/articles/${slug}`]))] });

  it('are told apart before anything happens: what can go live, and what stands against the rest', async () => {
    const [fine, lacking, live] = [await written(), await written({ shortAnswer: '' }), await written()];
    for (const documentId of [fine, live]) await review(documentId);
    await publish(live);
    expect(await verdicts(fine, lacking, live)).toEqual([
      [],
      ['Write the short answer.', expect.stringContaining('Nobody has reviewed this yet.')],
      'published',
    ]);
    expect(await isPublished(fine)).toBe(false);
    const { status } = await team.publisher('POST', `${articles}/actions/bulkPublish`, { documentIds: [fine] });
    expect([status, await isPublished(fine)]).toEqual([200, true]);
    for (const by of [team.writer, team['front-desk']]) expect((await judge([fine], by)).status).toBe(403);
    expect((await judge([])).status).toBe(400);
  });

  it('may lead to each other, if each of them can go live', async () => {
    const [one, other] = [`one-${Date.now()}`, `other-${Date.now()}`];
    const first = await written({ slug: one, ...leadingTo(other) });
    const second = await written({ slug: other, ...leadingTo(one) });
    await review(first);
    expect(await verdicts(first, second)).toEqual([
      [expect.stringContaining('where no visitor finds anything')],
      [expect.stringContaining('where no visitor finds anything'), expect.stringContaining('Nobody has reviewed this yet.')],
    ]);
    await review(second);
    expect(await verdicts(first, second)).toEqual([[], []]);
    const { status } = await team.publisher('POST', `${articles}/actions/bulkPublish`, { documentIds: [first, second] });
    expect([status, await isPublished(first), await isPublished(second)]).toEqual([200, true, true]);
  });

  it('cannot share an address', async () => {
    const slug = `shared-${Date.now()}`;
    const [first, second] = [await written({ slug }), await written({ slug })];
    for (const documentId of [first, second]) await review(documentId);
    expect(await verdicts(first, second)).toEqual([[], [expect.stringContaining('address')]]);
  });
});
