import { ArticleList } from '../article-card/article-card.tsx';
import { FilterLinks } from '../filter-links/filter-links.tsx';
import { Pagination } from '../pagination/pagination.tsx';

import type { ArticleCardView } from '#app/models/article-card.ts';
import type { FilterItem } from '#app/models/filter.ts';
import type { PaginationView } from '#app/models/pagination.ts';

interface ArticleListingProps {
  articles: readonly ArticleCardView[];
  pagination: PaginationView | null;
  filter: readonly FilterItem[];
}

/** One page of the library, beside the topics that narrow it. */
export function ArticleListing({ articles, pagination, filter }: ArticleListingProps) {
  return (
    <div className="article-listing page">
      <FilterLinks heading="Topics" id="topics" items={filter} />
      <section aria-label="Articles">
        {articles.length === 0 ? (
          <p>There is nothing here yet.</p>
        ) : (
          <ArticleList articles={articles} layout="row" headingLevel={2} first />
        )}
        <Pagination pagination={pagination} />
      </section>
    </div>
  );
}
