import type { MetaArgs } from '@remix-run/react';
import { describe, expect, it } from 'vitest';

import { pageMeta } from './page-meta.ts';

import { toChrome } from '#app/models/clinic.ts';
import type { Frame } from '#app/models/frame.ts';

const frame: Frame = {
  chrome: { ...toChrome(null), name: 'Fernhollow' },
  origin: 'https://clinic.test',
  shareImage: { url: '/share/site-0.png', width: 1200, height: 630, alt: 'Fernhollow', type: 'image/png' },
};
const root = (data: unknown): MetaArgs['matches'] => [{ id: 'root', pathname: '/', data, params: {}, meta: [] }];
const facts = { title: 'Articles', description: 'All of them', path: '/articles' };

describe('page meta', () => {
  it("takes origin and clinic from the root's data", () => {
    const meta = pageMeta({ matches: root(frame) }, { ...facts, trail: [{ name: 'Articles', path: '/articles' }] });
    expect(meta).toContainEqual({ title: 'Articles | Fernhollow' });
    expect(meta).toContainEqual({ tagName: 'link', rel: 'canonical', href: 'https://clinic.test/articles' });
    expect(meta).toContainEqual({ property: 'og:image', content: 'https://clinic.test/share/site-0.png' });
    expect(meta).toContainEqual({ 'script:ld+json': expect.objectContaining({ '@type': 'BreadcrumbList' }) as unknown });
  });

  it('shows the picture of its own where it has one', () => {
    const image = { url: '/media/abcdefgh/share.webp', width: 1600, height: 900, alt: '' };
    const meta = pageMeta({ matches: root(frame) }, { ...facts, image });
    expect(meta).toContainEqual({ property: 'og:image', content: 'https://clinic.test/media/abcdefgh/share.webp' });
    expect(meta).not.toContainEqual(expect.objectContaining({ property: 'og:image:type' }));
  });

  it('describes the error page where there is no data, and keeps it out of search engines', () => {
    const error = { status: 404, statusText: '', internal: false, data: null };
    expect(pageMeta({ error, matches: root(frame) }, undefined)).toEqual([
      { title: 'We could not find that page | Fernhollow' },
      { name: 'robots', content: 'noindex' },
    ]);
  });

  it('works where the root failed too', () => {
    expect(pageMeta({ matches: root(undefined) }, facts)[0]).toEqual({
      title: 'Something went wrong on our side | Fernhollow Mental Health',
    });
  });
});
