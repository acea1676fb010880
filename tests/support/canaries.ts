import type { TestCms } from './strapi.ts';

/** Stands in every text of whatever no visitor may read. */
export const CANARY = 'zqcanaryxv';
const ARTICLE = 'api::article.article';

/** By what names hidden content could be asked for. */
export interface Canaries {
  /** A draft, a withdrawn article, and one whose published version is public while its draft is not. */
  documentIds: string[];
  slugs: string[];
  citationKey: string;
}

/** A draft, an article that was published once, one that was changed since, and people and works that only drafts mention. */
export async function plantCanaries({ strapi }: Pick<TestCms, 'strapi'>): Promise<Canaries> {
  const articles = strapi.documents(ARTICLE);
  const person = (slug: string) => ({ name: `${CANARY} ${slug}`, slug: `${CANARY}-${slug}`, role: CANARY, bio: [], demo: true });
  const author = await strapi.documents('api::contributor.contributor').create({ data: person('author') as never });
  const source = await strapi.documents('api::source.source').create({
    data: {
      citationKey: 'ZQCANARYXV',
      authors: CANARY,
      title: CANARY,
      year: 2020,
      studyDesign: 'book',
      toVerify: false,
    } as never,
  });
  const published = await articles.findFirst({
    status: 'published',
    populate: ['category', 'sources', 'author', 'reviewer', 'cover'] as never,
  });
  if (!published) throw new Error('the demo library is missing');
  const original = published as unknown as Record<string, { documentId: string } & { documentId: string }[]>;
  const text = (name: string) => ({
    title: `${CANARY} ${name}`,
    slug: `${CANARY}-${name}`,
    summary: `${CANARY} ${name}`,
    shortAnswer: `${CANARY} ${name}`,
    keyTakeaways: [{ text: CANARY }],
    evidence: 'early',
    evidenceNote: CANARY,
    contentNote: CANARY,
    coverDecorative: true,
    body: [{ __component: 'body.rich-text', content: [{ type: 'paragraph', children: [{ type: 'text', text: CANARY }] }] }],
    category: original['category']?.documentId,
    author: author.documentId,
    reviewer: author.documentId,
    sources: [source.documentId],
    seo: { title: CANARY, description: CANARY },
  });
  const draft = await articles.create({ data: text('draft') as never });
  const withdrawn = await articles.create({ data: text('withdrawn') as never });
  await articles.publish({ documentId: withdrawn.documentId });
  await articles.unpublish({ documentId: withdrawn.documentId });
  await articles.update({
    documentId: published.documentId,
    data: { ...text('changed'), slug: (published as unknown as { slug: string }).slug } as never,
  });
  // Others lead to what is not public.
  const [other] = await articles.findMany({
    status: 'draft',
    filters: { documentId: { $ne: published.documentId } },
    limit: 1,
  } as never);
  await articles.update({
    documentId: other?.documentId ?? '',
    data: { related: [draft.documentId, withdrawn.documentId] } as never,
  });
  await articles.publish({ documentId: other?.documentId ?? '' });
  const clinic = await strapi.documents('api::clinic.clinic').findFirst();
  await strapi.documents('api::clinic.clinic').update({
    documentId: clinic?.documentId ?? '',
    data: { featuredArticles: [draft.documentId], banner: CANARY } as never,
  });
  return {
    documentIds: [draft.documentId, withdrawn.documentId, published.documentId],
    slugs: ['draft', 'withdrawn', 'changed', 'author'].map((suffix) => `${CANARY}-${suffix}`),
    citationKey: 'ZQCANARYXV',
  };
}
