import type { MetaDescriptor } from '@remix-run/react';

import { absoluteUrl } from '#app/config/paths.ts';
import { site } from '#app/config/site.ts';
import { beginning } from '#app/models/typography.ts';

/** What a page says about itself to search engines and to whoever shares it. */
export interface DocumentMeta {
  title: string;
  description: string;
  /** The page's own path, with `?page=` where it has one. */
  path: string;
  /** The site's origin. */
  origin: string;
  /** The clinic's name. Left out of the title where the title is the name. */
  siteName: string;
  type?: 'website' | 'article' | 'profile' | undefined;
  /** The address that counts as the original, if it is another site's. */
  canonicalUrl?: string | null | undefined;
  noindex?: boolean | undefined;
  /** Shown where somebody shares the page. */
  image: ShareImage;
  /** For articles, ISO 8601. */
  publishedAt?: string | undefined;
  modifiedAt?: string | undefined;
  /** Data for search engines, see `json-ld.ts`. */
  jsonLd?: readonly JsonLd[] | undefined;
}

/** A picture as those who share a page show it. */
export interface ShareImage {
  url: string;
  width: number;
  height: number;
  /** What it shows; empty where it is decorative. */
  alt: string;
  /** Its media type, where it is known. */
  type?: string | undefined;
}

/** One JSON-LD object. Remix writes it into a data block with `<`, `>` and `&` escaped. */
export type JsonLd = { '@context': 'https://schema.org' } & Record<string, JsonLdValue>;
type JsonLdValue = string | number | boolean | JsonLdValue[] | { [key: string]: JsonLdValue };

/** More of either no list of results shows. */
const LONGEST_TITLE = 80;
const LONGEST_DESCRIPTION = 200;

/** The head of a page: title, description, canonical address, Open Graph, robots and JSON-LD. */
export function documentMeta(page: DocumentMeta): MetaDescriptor[] {
  const url = absoluteUrl(page.path, page.origin);
  const canonical = page.canonicalUrl ?? url;
  const description = beginning(page.description, LONGEST_DESCRIPTION);
  const name = beginning(page.title, LONGEST_TITLE);
  return [
    { title: name === page.siteName ? name : `${name} | ${page.siteName}` },
    { name: 'description', content: description },
    // A page that asks to be left out must not name a canonical address as well: the two contradict each other.
    ...(page.noindex ? [{ name: 'robots', content: 'noindex' }] : [{ tagName: 'link', rel: 'canonical', href: canonical }]),
    { property: 'og:type', content: page.type ?? 'website' },
    { property: 'og:site_name', content: page.siteName },
    { property: 'og:locale', content: site.openGraphLocale },
    { property: 'og:title', content: page.title },
    { property: 'og:description', content: description },
    { property: 'og:url', content: canonical },
    ...imageMeta(page),
    ...(page.publishedAt ? [{ property: 'article:published_time', content: page.publishedAt }] : []),
    ...(page.modifiedAt ? [{ property: 'article:modified_time', content: page.modifiedAt }] : []),
    ...(page.jsonLd ?? []).map((data) => ({ 'script:ld+json': data })),
  ];
}

function imageMeta({ image, origin }: DocumentMeta): MetaDescriptor[] {
  return [
    { property: 'og:image', content: absoluteUrl(image.url, origin) },
    ...(image.type === undefined ? [] : [{ property: 'og:image:type', content: image.type }]),
    { property: 'og:image:width', content: String(image.width) },
    { property: 'og:image:height', content: String(image.height) },
    ...(image.alt ? [{ property: 'og:image:alt', content: image.alt }] : []),
    { name: 'twitter:card', content: 'summary_large_image' },
  ];
}
