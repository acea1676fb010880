import { ArticleList } from '../article-card/article-card.tsx';
import { PageHeader } from '../page-header/page-header.tsx';
import { Pagination } from '../pagination/pagination.tsx';
import { SourceFacts } from '../source-facts/source-facts.tsx';

import type { ArticleCardView } from '#app/models/article-card.ts';
import type { Crumb } from '#app/models/frame.ts';
import type { PaginationView } from '#app/models/pagination.ts';
import type { SourcePageView } from '#app/models/source-page.ts';

interface SourcePageProps {
  source: SourcePageView;
  trail: readonly Crumb[];
  /** The articles of this page of the list. */
  articles: readonly ArticleCardView[];
  /** How many cite it in all. */
  total: number;
  pagination: PaginationView | null;
}

/** One work: what it is, and every article that rests on it. */
export function SourcePage({ source, trail, articles, total, pagination }: SourcePageProps) {
  return (
    <div className="source-page">
      <PageHeader label="A source we cite" title={source.heading} trail={trail} />
      <div className="page source-page__content">
        <SourceFacts source={source} />
        <section aria-labelledby="cited.by">
          <h2 id="cited.by" className="source-page__heading">
            {total === 1 ? 'Cited in one article' : `Cited in ${total} articles`}
          </h2>
          <ArticleList articles={articles} layout="row" headingLevel={3} />
          <Pagination pagination={pagination} />
        </section>
      </div>
    </div>
  );
}
