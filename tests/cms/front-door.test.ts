import { mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';

import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { temporaryFolder } from '../support/cms-process.ts';
import { bootStrapi, type TestCms } from '../support/strapi.ts';

const temporary = temporaryFolder('tmp');
let cms: TestCms;
beforeAll(async () => {
  // Where a multipart parser puts what it receives: `os.tmpdir()` asks the environment each time.
  mkdirSync(temporary.path, { recursive: true });
  cms = await bootStrapi();
  process.env['TMPDIR'] = temporary.path;
  expect(tmpdir()).toBe(temporary.path);
});
afterAll(async () => {
  await cms.stop();
  temporary.remove();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${cms.url}${path}`, { headers, redirect: 'manual' });

describe('what Strapi brings and the desk does not have', () => {
  it('lets nobody into the content type builder, and shows nobody the marketplace', async () => {
    for (const path of ['content-types', 'components', 'schema']) {
      expect((await cms.admin('GET', `/content-type-builder/${path}`)).status, path).toBe(403);
    }
    const { body } = await cms.admin('GET', '/admin/users/me/permissions');
    const actions = (body as { data: { action: string }[] }).data.map(({ action }) => action);
    expect(actions).toContain('plugin::content-manager.explorer.publish');
    expect(actions.filter((action) => /^(?:plugin::content-type-builder|admin::marketplace)/.test(action))).toEqual([]);
  });

  it('says that paid functions are off', async () => {
    expect(await cms.admin('GET', '/admin/ai-feature-config')).toEqual({
      status: 200,
      body: { data: { isAiI18nConfigured: false, isAiMediaLibraryConfigured: false } },
    });
    for (const entry of ['collection-types/api::article.article/abcdefgh', 'single-types/api::clinic.clinic'])
      expect(await cms.admin('GET', `/i18n/ai-localization-jobs/${entry}`)).toEqual({ status: 200, body: { data: null } });
  });
});

describe('REST', () => {
  it.each([
    '/api',
    '/api/articles',
    '/api/articles?status=draft',
    '/api/clinic?populate=*',
    '/api/upload/files',
    '/api/auth/local',
    '/api/users/me',
    '/api/content-type-builder/content-types',
    '/API/articles',
    '/api//articles',
    '//api/articles',
    '/%61pi/articles',
    '/./api/articles',
  ])('answers nothing at %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toMatch(/documentId|"title"/);
  });

  it('registers no account and signs nobody in', async () => {
    for (const path of ['/api/auth/local/register', '/api/auth/local', '/api/auth/forgot-password']) {
      const response = await fetch(`${cms.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'x', email: 'x@clinic.test', password: 'long-enough-Pass1', identifier: 'x' }),
      });
      expect(response.status, path).toBe(404);
    }
  });
});

describe('multipart', () => {
  const form = () => {
    const data = new FormData();
    data.append('files', new Blob([new Uint8Array(200_000)]), 'junk.bin');
    return data;
  };

  it.each(['/nope', '/graphql', '/upload', '/upload/files', '/admin/login', '/_health', '/'])(
    'is refused at %s before anything is kept',
    async (path) => {
      for (const authorization of [undefined, 'Bearer invented', 'Bearer a.b.c']) {
        const response = await fetch(`${cms.url}${path}`, {
          method: 'POST',
          body: form(),
          ...(authorization !== undefined && { headers: { authorization } }),
        });
        expect(response.status).toBe(415);
      }
      expect(readdirSync(temporary.path)).toEqual([]);
    },
  );
});

describe('uploads', () => {
  const png = () =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: '#284' } })
      .png()
      .toBuffer();
  async function upload(name: string, type: string, content: Uint8Array | string): Promise<number> {
    const data = new FormData();
    data.append('files', new Blob([content], { type }), name);
    data.append('fileInfo', JSON.stringify({ name }));
    const response = await fetch(`${cms.url}/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await cms.token()}` },
      body: data,
    });
    return response.status;
  }
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const html = '<!doctype html><script>alert(1)</script>';

  it('takes a picture from an administrator', async () => {
    expect(await upload('leaf.png', 'image/png', await png())).toBe(201);
  });

  it.each([
    ['an SVG', 'leaf.svg', 'image/svg+xml', svg],
    ['an SVG that calls itself a PNG', 'leaf.png', 'image/png', svg],
    ['a page that calls itself a picture', 'leaf.jpg', 'image/jpeg', html],
    ['a page', 'leaf.html', 'text/html', html],
    ['a script', 'leaf.js', 'text/javascript', 'alert(1)'],
    ['a picture’s bytes under the name of a page', 'leaf.html', 'image/png', null],
    ['a program', 'leaf.exe', 'application/x-msdownload', 'MZ'],
    ['a PNG that calls itself a JPEG', 'leaf.jpg', 'image/jpeg', null],
    ['an empty file', 'leaf.png', 'image/png', ''],
  ])('refuses %s', async (_what, name, type, content) => {
    expect(await upload(name, type, content ?? (await png()))).toBe(400);
  });

  it('refuses a picture that would fill the memory', async () => {
    const bomb = await sharp({
      create: { width: 12_000, height: 12_000, channels: 3, background: '#000' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(await upload('bomb.png', 'image/png', bomb)).toBe(400);
  });

  it('leaves nothing in the temporary folder, whatever the field is called', async () => {
    const data = new FormData();
    data.append('junk', new Blob([new Uint8Array(100_000)]), 'junk.bin');
    data.append('files', new Blob([await png()], { type: 'image/png' }), 'leaf.png');
    await fetch(`${cms.url}/upload`, { method: 'POST', headers: { authorization: `Bearer ${await cms.token()}` }, body: data });
    expect(readdirSync(temporary.path)).toEqual([]);
  });

  it('are served so that nothing in them can run', async () => {
    const file = readdirSync(`${cms.dataDir}/public/uploads`).find((name) => name.endsWith('.png')) ?? '';
    const response = await get(`/uploads/${file}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('what strangers are told', () => {
  it('names no product and loads nothing from elsewhere', async () => {
    for (const path of ['/', '/graphql', '/_health', '/nothing-here', '/uploads/none.png', '/admin']) {
      const response = await get(path, { accept: 'text/html' });
      expect(response.headers.get('x-powered-by'), path).toBeNull();
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy, path).not.toMatch(/https:|strapi\.io|apollographql/);
      const text = await response.text();
      expect(text, path).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)="https?:\/\/(?!127\.0\.0\.1)/);
      expect(text, path).not.toContain('apollographql');
    }
  });

  it('grants no other origin anything but reading what is public', async () => {
    for (const [path, method] of [
      ['/graphql', 'OPTIONS'],
      ['/graphql', 'POST'],
      ['/admin/login', 'OPTIONS'],
      ['/_health', 'GET'],
    ] as const) {
      const response = await fetch(`${cms.url}${path}`, {
        method,
        headers: {
          origin: 'https://evil.example',
          'content-type': 'application/json',
          'access-control-request-method': 'POST',
        },
        ...(method === 'POST' && { body: '{"query":"{__typename}"}' }),
      });
      const allowed = response.headers.get('access-control-allow-origin');
      if (path === '/graphql') expect(allowed, method).toBe('*');
      else expect(allowed === null || allowed === '', `${method} ${path}: ${allowed}`).toBe(true);
      expect(response.headers.get('access-control-allow-headers') ?? '').not.toMatch(/authorization|cookie/i);
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });
});

describe('administrators', () => {
  it('cannot be made by a stranger', async () => {
    const response = await fetch(`${cms.url}/admin/register-admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'first@clinic.test', firstname: 'First', password: 'Long-enough-1' }),
    });
    expect(response.status).toBe(400);
    expect(await cms.strapi.db.query('admin::user').count()).toBe(1);
  });

  it('carry their session in a cookie that no other site can use', async () => {
    const response = await fetch(`${cms.url}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(inject('readyCms').administrator),
    });
    const cookie = response.headers.getSetCookie().find((text) => /refresh/i.test(text)) ?? '';
    expect(cookie).toMatch(/httponly/i);
    expect(cookie).toMatch(/samesite=strict/i);
    expect(cookie).toMatch(/path=\/admin/i);
  });

  it('cannot change the content types of a running CMS', async () => {
    const { status } = await cms.admin('POST', '/content-type-builder/content-types', { contentType: {}, components: [] });
    expect(status).toBe(403);
  });

  it('have passwords of 12 characters to 72 bytes', async () => {
    for (const [password, status] of [
      ['Elevenchar1', 400],
      [`Aa1${'x'.repeat(70)}`, 400],
      ['Twelve-chars1', 200],
    ] as const) {
      const answer = await cms.admin('PUT', '/admin/users/me', {
        currentPassword: inject('readyCms').administrator.password,
        password,
      });
      expect(answer.status, JSON.stringify(answer.body)).toBe(status);
    }
  });
});

describe('every route', () => {
  /** What a stranger may reach; everything else asks who is there. */
  const open = [
    '200 GET /admin/:path*',
    '200 GET /admin/init',
    '200 GET /admin/project-type',
    '200 GET /content-manager/preview/script',
    '204 DELETE /_health',
    '204 GET /_health',
    '204 PATCH /_health',
    '204 POST /_health',
    '204 PUT /_health',
    '302 GET /',
  ];

  it('is closed to strangers unless it is on the list', async () => {
    const routes = (cms.strapi.server.listRoutes() as { methods: string[]; path: unknown }[]).flatMap(({ methods, path }) =>
      methods.map((method) => ({ method, path })),
    );
    expect(routes.length).toBeGreaterThan(100);
    const answered: string[] = [];
    for (const { method, path } of routes) {
      if (typeof path !== 'string' || !['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method)) continue;
      const response = await fetch(`${cms.url}${path.replace(/\(\.\*\)|:[A-Z]+\*?/gi, '1')}`, {
        method,
        redirect: 'manual',
        headers: { 'content-type': 'application/json' },
        ...(!['GET', 'HEAD', 'DELETE'].includes(method) && { body: '{}' }),
      });
      if (![400, 401, 403, 404, 405].includes(response.status)) answered.push(`${response.status} ${method} ${path}`);
    }
    expect(answered.sort()).toEqual(open);
  });
});
