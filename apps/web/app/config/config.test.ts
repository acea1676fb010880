import { describe, expect, it } from 'vitest';

import { EnvironmentError, parseEnvironment } from './environment.ts';
import { imageSources } from './media.ts';
import { articlePath, articlesPath, authorPath, categoryPath, glossaryTermPath, mediaVariantPath, sourcePath } from './paths.ts';

describe('environment', () => {
  it('has a default for everything; the site follows the port', () => {
    expect(parseEnvironment({}, '/srv/web')).toEqual({
      production: true,
      siteUrl: 'http://localhost:3000',
      cmsUrl: 'http://localhost:1337',
      siteToken: undefined,
      host: 'localhost',
      port: 3000,
      dataDir: '/srv/web/.data',
    });
    expect(parseEnvironment({ PORT: '8080' }, '/srv/web').siteUrl).toBe('http://localhost:8080');
  });

  it('takes origins without their trailing slash', () => {
    expect(parseEnvironment({ SITE_URL: 'https://Clinic.test/' }, '/').siteUrl).toBe('https://clinic.test');
  });

  it.each([
    ['SITE_URL', 'clinic.test'],
    ['SITE_URL', 'https://clinic.test/path'],
    ['SITE_URL', 'https://user:secret@clinic.test'],
    ['SITE_URL', 'https://www.example.com'],
    ['SITE_URL', 'ftp://clinic.test'],
    ['CMS_URL', 'tobemodified'],
    ['CMS_URL', 'https://your-cms.test'],
    ['PORT', '0'],
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['HOST', 'a b'],
    ['WEB_DATA_DIR', '<folder>'],
    ['SITE_TOKEN', 'short'],
  ])('refuses %s=%s and names the variable', (name, value) => {
    expect(() => parseEnvironment({ [name]: value }, '/')).toThrow(EnvironmentError);
    expect(() => parseEnvironment({ [name]: value }, '/')).toThrow(new RegExp(`^${name} (?:must be|still holds)`));
  });
});

describe('paths', () => {
  it('leave out the first page and the category that is not chosen', () => {
    expect(articlesPath()).toBe('/articles');
    expect(articlesPath({ page: 1 })).toBe('/articles');
    expect(articlesPath({ category: 'ketamine-care', page: 3 })).toBe('/articles?category=ketamine-care&page=3');
    expect(categoryPath({ slug: 'brain-science', page: 2 })).toBe('/categories/brain-science?page=2');
    expect(authorPath({ slug: 'rowan-sample' })).toBe('/authors/rowan-sample');
  });

  it('encode what an address cannot hold', () => {
    expect(articlePath({ slug: 'a/b?c' })).toBe('/articles/a%2Fb%3Fc');
    expect(sourcePath({ citationKey: 'ZAR06' })).toBe('/sources/ZAR06');
    expect(glossaryTermPath({ slug: 'off-label' })).toBe('/glossary/off-label');
    expect(mediaVariantPath({ version: '0mirk2b1', file: 'cover_1.png' }, 640, 'avif')).toBe(
      '/media/0mirk2b1/640/cover_1.png.avif',
    );
  });
});

describe('image sources', () => {
  it('offer every width up to that of the original, in every format, as paths of the site', () => {
    const { sources, src } = imageSources({ url: 'https://clinic.test/media/0mirk2b1/cover_1.webp', width: 700, height: 400 });
    expect(src).toBe('/media/0mirk2b1/cover_1.webp');
    expect(sources.map(({ type }) => type)).toEqual(['image/avif', 'image/webp']);
    expect(sources[0]?.srcSet).toBe(
      '/media/0mirk2b1/320/cover_1.webp.avif 320w, /media/0mirk2b1/480/cover_1.webp.avif 480w, /media/0mirk2b1/640/cover_1.webp.avif 640w',
    );
  });

  it('offer only the original of a very small picture', () => {
    expect(imageSources({ url: 'https://clinic.test/media/dot.png', width: 16, height: 16 }).sources).toEqual([]);
  });
});
