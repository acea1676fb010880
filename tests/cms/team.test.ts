import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ARTICLE, articleData, openShelf, type Shelf } from '../support/content.ts';
import { bootStrapi, type CallAdmin, type TestCms } from '../support/strapi.ts';
import { gatherTeam, type Role } from '../support/team.ts';

const articles = `/content-manager/collection-types/${ARTICLE}`;
const SECRET_WORDS = 'Words of a draft for the team only';

let cms: TestCms;
let team: Record<Role, CallAdmin>;
let shelf: Shelf;
beforeAll(async () => {
  cms = await bootStrapi({ REVIEW_REQUIRED: 'on' });
  team = await gatherTeam(cms);
  shelf = await openShelf(cms.strapi);
});
afterAll(() => cms.stop());

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
