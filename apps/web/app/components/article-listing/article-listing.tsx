import { ArticleList } from '../article-card/article-card.tsx';
import { FilterLinks } from '../filter-links/filter-links.tsx';
import { Pagination } from '../pagination/pagination.tsx';

import { articlesPath } from '#app/config/paths.ts';
import type { ArticleCardView } from '#app/models/article-card.ts';
import type { ListingFilters } from '#app/models/listing.ts';
import type { PaginationView } from '#app/models/pagination.ts';

interface ArticleListingProps {
  articles: readonly ArticleCardView[];
  /** How many there are on all pages. */
  total: number;
  pagination: PaginationView | null;
  filters: ListingFilters;
  /** The newest stand first. */
  byDate: boolean;
}

/** One page of the library, beside the choices that narrow and sort it. */
export function ArticleListing({
  articles,
  total,
  pagination,
  filters: { topics, evidence, sorts },
  byDate,
}: ArticleListingProps) {
  return (
    <div className="article-listing page">
      <div className="article-listing__filters">
        <FilterLinks heading="Topics" id="topics" items={topics} />
        <FilterLinks heading="Evidence" id="evidence" items={evidence} />
        <FilterLinks heading="Order" id="order" items={sorts} />
      </div>
      <section aria-label="Articles">
        <p className="article-listing__total">{total === 1 ? '1 article' : `${total.toLocaleString('en-US')} articles`}</p>
        {articles.length === 0 ? (
          <p>
            Nothing fits all of these choices. <a href={articlesPath()}>See all articles</a>.
          </p>
        ) : (
          <ArticleList articles={articles} layout="row" headingLevel={2} first />
        )}
        <Pagination pagination={pagination} turns={byDate ? undefined : { previous: 'Previous page', next: 'Next page' }} />
      </section>
    </div>
  );
}
