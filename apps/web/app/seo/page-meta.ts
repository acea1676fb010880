import type { MetaArgs, MetaDescriptor } from '@remix-run/react';

import { documentMeta, type DocumentMeta, type JsonLd, type ShareImage } from './document-meta.ts';
import { breadcrumbsJsonLd, type Publisher } from './json-ld.ts';

import { site } from '#app/config/site.ts';
import { toErrorPage } from '#app/models/error-page.ts';
import type { Crumb, Frame } from '#app/models/frame.ts';

/** What a route says about its page; origin and clinic come from the root. */
export interface PageFacts extends Omit<DocumentMeta, 'origin' | 'siteName' | 'jsonLd' | 'image'> {
  /** Where the page has a picture of its own; otherwise the site's stands for it. */
  image?: ShareImage | undefined;
  /** The way to the page, itself included. */
  trail?: readonly Crumb[] | undefined;
  /** More data for search engines. */
  jsonLd?: ((publisher: Publisher) => JsonLd[]) | undefined;
}

/** A route's `meta`: the head of its page, or that of the error page where its loader gave no data. */
export function pageMeta({ error, matches }: Pick<MetaArgs, 'error' | 'matches'>, page: PageFacts | undefined): MetaDescriptor[] {
  const frame = matches.find(({ id }) => id === 'root')?.data as Frame | null | undefined;
  const siteName = frame?.chrome.name ?? site.fallbackName;
  if (!page || !frame || error) return errorMeta(error, siteName);
  const { trail, jsonLd, ...facts } = page;
  const { origin } = frame;
  return documentMeta({
    ...facts,
    image: facts.image ?? frame.shareImage,
    origin,
    siteName,
    jsonLd: [...(trail ? [breadcrumbsJsonLd(trail, origin)] : []), ...(jsonLd?.({ origin, siteName }) ?? [])],
  });
}

function errorMeta(error: unknown, siteName: string): MetaDescriptor[] {
  return [{ title: `${toErrorPage(error).heading} | ${siteName}` }, { name: 'robots', content: 'noindex' }];
}
