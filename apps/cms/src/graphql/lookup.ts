import type { GraphQLResolveInfo } from 'graphql';

import { oneArticle, type ArticleRow } from './articles';

/** What stands at an article's address: a published article first of all, then what a redirect says of it. */
export async function lookUpArticle(
  slug: string,
  info: GraphQLResolveInfo,
): Promise<ArticleRow | { __typename: 'MovedArticle'; to: string } | { __typename: 'GoneArticle'; from: string } | null> {
  const article = await oneArticle({ slug: { $eq: slug } }, info);
  if (article) return article;
  const from = `/articles/${slug}`;
  const redirect: unknown = await strapi.db.query('api::redirect.redirect').findOne({ where: { from } });
  if (!redirect) return null;
  const { kind, to } = redirect as { kind: 'moved' | 'gone'; to: string | null };
  return kind === 'moved' && to ? { __typename: 'MovedArticle', to } : { __typename: 'GoneArticle', from };
}
