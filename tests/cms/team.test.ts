import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ARTICLE, articleData } from '../support/content.ts';
import { articles, Desk } from '../support/desk.ts';
import type { CallAdmin } from '../support/strapi.ts';

const SECRET_WORDS = 'Words of a draft for the team only';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

describe('a writer', () => {
  it('saves drafts and publishes by no way that the admin has', async () => {
    const documentId = await desk.written();
    const answers = [
      await desk.team.writer('POST', `${articles}/actions/publish`, articleData(desk.shelf)),
      await desk.team.writer('POST', `${articles}/${documentId}/actions/publish`, {}),
      await desk.team.writer('POST', `${articles}/actions/bulkPublish`, { documentIds: [documentId] }),
      await desk.team.writer('POST', `${articles}/actions/bulkUnpublish`, { documentIds: [documentId] }),
      await desk.team.writer('DELETE', `${articles}/${documentId}`),
      await desk.team.writer('POST', `${articles}/actions/bulkDelete`, { documentIds: [documentId] }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
    await desk.team.writer('PUT', `${articles}/${documentId}?status=published`, { status: 'published', publishedAt: new Date() });
    await desk.team.writer('POST', `${articles}?status=published`, { ...articleData(desk.shelf), status: 'published' });
    expect(await desk.isPublished(documentId)).toBe(false);
    expect(
      await desk.cms.strapi.db
        .query(ARTICLE)
        .count({ where: { slug: { $startsWith: 'test-' }, publishedAt: { $notNull: true } } }),
    ).toBe(0);
  });

  it('adds sources, and changes nothing else that is public at once', async () => {
    const source = { citationKey: 'team-2026', title: 'A study of teams', authors: 'Team A', year: 2026 };
    expect((await desk.team.writer('POST', '/content-manager/collection-types/api::source.source', source)).status).not.toBe(403);
    const refused = await Promise.all([
      desk.team.writer('PUT', '/content-manager/single-types/api::clinic.clinic', { name: 'Mine' }),
      desk.team.writer('POST', '/content-manager/collection-types/api::redirect.redirect', { from: '/a', to: '/b' }),
      desk.team.writer('PUT', `/content-manager/collection-types/api::category.category/${desk.shelf.category}`, {
        name: 'Mine',
      }),
      desk.team.writer('GET', '/admin/users'),
      desk.team.writer('GET', '/admin/api-tokens'),
    ]);
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
  });
});

describe('the front desk', () => {
  it('sees no draft by any question, and gets no link to one', async () => {
    const documentId = await desk.written({ title: SECRET_WORDS });
    const frontDesk = desk.team['front-desk'];
    const contributor = '/content-manager/relations/api::contributor.contributor';
    const answers = await Promise.all([
      frontDesk('GET', articles),
      frontDesk('GET', `${articles}/${documentId}`),
      frontDesk('GET', `/content-manager/relations/${ARTICLE}/${documentId}/category`),
      frontDesk('GET', `${contributor}/${desk.shelf.author}/written`),
      frontDesk('GET', `${contributor}/written?_q=${encodeURIComponent(SECRET_WORDS)}`),
      frontDesk('GET', `/content-manager/collection-types/api::contributor.contributor/${desk.shelf.author}`),
      frontDesk('GET', `/content-manager/preview/url/${ARTICLE}?documentId=${documentId}&status=draft`),
      frontDesk('GET', `/preview-links/${ARTICLE}/${documentId}`),
      frontDesk('POST', '/preview-links', { model: ARTICLE, documentId }),
      frontDesk('POST', '/readiness', { documentId, paths: [], sources: [] }),
      frontDesk('GET', '/content-manager/homepage/recent-documents?action=update'),
      frontDesk('GET', '/content-manager/single-types/api::clinic.clinic'),
    ]);
    const said = JSON.stringify(answers.map(({ body }) => body as unknown));
    expect(said).not.toContain(SECRET_WORDS);
    expect(said).not.toContain('/preview/');
    expect(answers.map(({ status }) => status)).toEqual([
      403,
      403,
      403,
      403,
      403,
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
    const { applyRoles } = desk.cms.module<{ applyRoles: (strapi: unknown) => Promise<void> }>('access/apply-roles');
    const role = (await desk.cms.strapi.db.query('admin::role').findOne({ where: { code: 'writer' } })) as { id: number };
    const permission = { action: 'plugin::content-manager.explorer.publish', subject: ARTICLE, role: role.id };
    await desk.cms.strapi.db
      .query('admin::permission')
      .create({ data: { ...permission, properties: {}, conditions: [], actionParameters: {} } });
    await applyRoles(desk.cms.strapi);
    const documentId = await desk.written();
    expect((await desk.team.writer('POST', `${articles}/${documentId}/actions/publish`, {})).status).toBe(403);
  });

  it('do not start a CMS in which strangers may do anything more than ask', async () => {
    const { expectClosedDoors } = desk.cms.module<{ expectClosedDoors: (strapi: unknown) => Promise<void> }>(
      'access/open-routes',
    );
    await expectClosedDoors(desk.cms.strapi);
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

describe('my drafts', () => {
  interface Told {
    entries: { documentId: string; title: string; isPublished: boolean }[];
  }
  const mine = async (by: CallAdmin) => ((await by('GET', '/home/my-drafts')).body as Told).entries;

  it('are those that I began or saved last and that are not published as they stand, the newest first', async () => {
    const [first, second] = [await desk.written({ title: 'Begun first' }), await desk.written({ title: 'Begun second' })];
    expect((await mine(desk.team.writer)).slice(0, 2)).toMatchObject([
      { documentId: second, title: 'Begun second', isPublished: false },
      { documentId: first, title: 'Begun first', isPublished: false },
    ]);
    expect((await mine(desk.team['clinical-reviewer'])).some(({ documentId }) => documentId === first)).toBe(false);
    await desk.review(second);
    await desk.publish(second);
    expect((await mine(desk.team.writer)).some(({ documentId }) => documentId === second)).toBe(false);
    await desk.save(second, { summary: 'Corrected since.' }, desk.team['clinical-reviewer']);
    for (const by of [desk.team.writer, desk.team['clinical-reviewer']])
      expect((await mine(by))[0]).toMatchObject({ documentId: second, isPublished: true });
    expect((await desk.team['front-desk']('GET', '/home/my-drafts')).status).toBe(403);
  });
});
