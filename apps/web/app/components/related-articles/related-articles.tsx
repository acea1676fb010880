import { ArticleList } from '../article-card/article-card.tsx';

import type { ArticleCardView } from '#app/models/article-card.ts';

/** What to read next, in the editors' order. Nothing where they chose none. */
export function RelatedArticles({ articles }: { articles: readonly ArticleCardView[] }) {
  if (articles.length === 0) return null;
  return (
    <section className="related page" aria-labelledby="related.articles">
      <h2 id="related.articles">Read next</h2>
      <ArticleList articles={articles} layout="stacked" headingLevel={3} />
    </section>
  );
}
