import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { ask } from '../support/ask.ts';
import { ARTICLE } from '../support/content.ts';
import { adminOf } from '../support/strapi.ts';

const { siteUrl, cmsUrl, administrator } = inject('clinic');
const articles = `/content-manager/collection-types/${ARTICLE}`;
const callAdmin = adminOf(cmsUrl, administrator);
const SLUG = 'an-article-to-be-shared';

/** The picture that a page names, and what it says of it. */
async function pictureOf(path: string): Promise<{ path: string; facts: Record<string, string> }> {
  const { text } = await ask(siteUrl, { path });
  const facts = Object.fromEntries(
    [...text.matchAll(/<meta (?:property|name)="((?:og:image|twitter:card)[^"]*)" content="([^"]*)"/g)].map(
      ([, name = '', content = '']) => [name, content],
    ),
  );
  const url = new URL(facts['og:image'] ?? '');
  expect(url.origin).toBe(siteUrl);
  return { path: url.pathname, facts };
}

let documentId: string;
beforeAll(async () => {
  const { body } = await callAdmin('GET', `${articles}?filters[slug][$eq]=introduction-to-act-therapy`);
  const [original] = (body as { results: { documentId: string }[] }).results;
  const clone = await callAdmin('POST', `${articles}/clone/${original?.documentId ?? ''}`, {
    title: 'An Article to Be Shared',
    slug: SLUG,
  });
  ({ documentId } = (clone.body as { data: { documentId: string } }).data);
});
afterAll(async () => {
  await callAdmin('DELETE', `${articles}/${documentId}`);
});

const publish = (data: object) => callAdmin('POST', `${articles}/${documentId}/actions/publish`, data);

describe('the picture of an article', () => {
  it.each(['/articles/ketamine-with-therapy-or-infusions-alone', '/', '/about', '/categories/ketamine-care'])(
    'that %s names is a PNG of 1200 by 630 that may be kept for good',
    async (page) => {
      const { path, facts } = await pictureOf(page);
      expect(facts).toMatchObject({
        'og:image:type': 'image/png',
        'og:image:width': '1200',
        'og:image:height': '630',
        'og:image:alt': expect.stringContaining('Fernhollow') as string,
        'twitter:card': 'summary_large_image',
      });
      const first = await ask(siteUrl, { path });
      expect([first.status, first.headers['content-type'], first.headers['cache-control']]).toEqual([
        200,
        'image/png',
        'public, max-age=31536000, immutable',
      ]);
      expect(first.headers['cross-origin-resource-policy']).toBe('cross-origin');
      expect(await sharp(first.body).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
      const again = await ask(siteUrl, { path });
      expect(again.body.equals(first.body)).toBe(true);
      const known = await ask(siteUrl, { path, headers: { 'if-none-match': String(first.headers.etag) } });
      expect(known.status).toBe(304);
    },
  );

  it('is drawn once, however many ask for it at the same time', async () => {
    const { path } = await pictureOf('/articles/non-hallucinogenic-psychedelics-jrt');
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(siteUrl, { path })));
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers['last-modified'] ?? ''}`)).size).toBe(1);
    expect(answers.every(({ body }) => body.equals(answers[0]?.body ?? Buffer.alloc(0)))).toBe(true);
  });

  it('is not there for a draft; follows the title of what is public; and goes with it', async () => {
    const made = `/share/articles/${SLUG}-0123456789abcdef.png`;
    expect((await ask(siteUrl, { path: made })).status).toBe(404);
    expect((await publish({})).status).toBe(200);
    await expect.poll(async () => (await ask(siteUrl, { path: `/articles/${SLUG}` })).status, { timeout: 20_000 }).toBe(200);
    const before = await pictureOf(`/articles/${SLUG}`);
    const shown = await ask(siteUrl, { path: before.path });
    expect(shown.status).toBe(200);

    // What only the draft says, no picture shows.
    expect((await callAdmin('PUT', `${articles}/${documentId}`, { title: 'A Title of the Draft' })).status).toBe(200);
    expect(await pictureOf(`/articles/${SLUG}`)).toEqual(before);
    expect((await publish({ title: 'Another Title for What Is Shared' })).status).toBe(200);
    await expect.poll(async () => (await pictureOf(`/articles/${SLUG}`)).path, { timeout: 20_000 }).not.toBe(before.path);
    const after = await pictureOf(`/articles/${SLUG}`);
    expect((await ask(siteUrl, { path: after.path })).body.equals(shown.body)).toBe(false);
    // A link that was shared earlier, or that somebody made up, leads to the present one.
    for (const path of [before.path, made]) {
      const { status, headers } = await ask(siteUrl, { path });
      expect([status, headers.location]).toEqual([302, after.path]);
    }

    expect((await callAdmin('POST', `${articles}/${documentId}/actions/unpublish`, {})).status).toBe(200);
    for (const path of [before.path, after.path]) expect((await ask(siteUrl, { path })).status).toBe(404);
  }, 90_000);

  it.each(['/share/x', '/share/site-0.png', '/share/articles/x.png', '/share/articles/a/b-0123456789abcdef.png'])(
    '%s is none',
    async (path) => {
      expect((await ask(siteUrl, { path })).status).toBe(404);
    },
  );

  it('is only read', async () => {
    const { path } = await pictureOf('/');
    expect((await ask(siteUrl, { method: 'DELETE', path })).status).toBe(405);
  });
});
