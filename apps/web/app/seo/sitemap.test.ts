import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, it } from 'vitest';

import { sitemapIndexXml, sitemapXml } from './sitemap.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => ['url', 'sitemap'].includes(name),
  parseTagValue: false,
});

/** What a parser of another make reads. */
function read(xml: string): unknown {
  expect(XMLValidator.validate(xml)).toBe(true);
  return parser.parse(xml);
}

it('a parser of another make reads the site map', () => {
  const entries = [
    { url: 'https://clinic.test/?a=1&b=<', lastModified: '2026-01-02T00:00:00.000Z' },
    { url: 'https://clinic.test/é' },
  ];
  expect(read(sitemapXml(entries))).toMatchObject({
    urlset: {
      '@_xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
      url: [{ loc: entries[0]?.url, lastmod: entries[0]?.lastModified }, { loc: entries[1]?.url }],
    },
  });
  expect(read(sitemapIndexXml(entries))).toMatchObject({
    sitemapindex: { sitemap: [{ loc: entries[0]?.url, lastmod: entries[0]?.lastModified }, { loc: entries[1]?.url }] },
  });
});
