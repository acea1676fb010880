import { describe, expect, it } from 'vitest';

import { documentMeta } from './document-meta.ts';

const page = {
  title: 'Ketamine doses',
  description: 'What the numbers mean.',
  path: '/articles?page=2',
  origin: 'https://clinic.test',
  siteName: 'Fernhollow',
  image: { url: '/share/site-0.png', width: 1200, height: 630, alt: 'A fern', type: 'image/png' },
};

describe('document meta', () => {
  it('names the page, its canonical address with the page number, and Open Graph', () => {
    expect(documentMeta(page)).toEqual(
      expect.arrayContaining([
        { title: 'Ketamine doses | Fernhollow' },
        { name: 'description', content: 'What the numbers mean.' },
        { tagName: 'link', rel: 'canonical', href: 'https://clinic.test/articles?page=2' },
        { property: 'og:url', content: 'https://clinic.test/articles?page=2' },
        { property: 'og:type', content: 'website' },
        { property: 'og:image', content: 'https://clinic.test/share/site-0.png' },
        { property: 'og:image:type', content: 'image/png' },
        { property: 'og:image:width', content: '1200' },
        { property: 'og:image:height', content: '630' },
        { property: 'og:image:alt', content: 'A fern' },
        { name: 'twitter:card', content: 'summary_large_image' },
      ]),
    );
  });

  it('does not repeat the name of the clinic', () => {
    expect(documentMeta({ ...page, title: 'Fernhollow' })).toContainEqual({ title: 'Fernhollow' });
  });

  it('leaves out the canonical address where search engines should leave out the page', () => {
    const meta = documentMeta({ ...page, noindex: true });
    expect(meta).toContainEqual({ name: 'robots', content: 'noindex' });
    expect(meta).not.toContainEqual(expect.objectContaining({ rel: 'canonical' }));
  });

  it("takes another site's address as canonical", () => {
    const meta = documentMeta({ ...page, canonicalUrl: 'https://original.test/x' });
    expect(meta).toContainEqual({ tagName: 'link', rel: 'canonical', href: 'https://original.test/x' });
  });

  it('shortens what no list of results would show, but not what a preview shows', () => {
    const title = 'A randomized trial of an N-methyl-D-aspartate antagonist in treatment-resistant major depression';
    const meta = documentMeta({ ...page, title, description: 'A sentence of some length. '.repeat(20) });
    expect(meta).toContainEqual({
      title: 'A randomized trial of an N-methyl-D-aspartate antagonist in treatment-resistant… | Fernhollow',
    });
    expect(meta).toContainEqual({ property: 'og:title', content: title });
    expect(meta).toContainEqual({ name: 'description', content: 'A sentence of some length. '.repeat(7).trim() });
  });
});
