import { ArticleList } from '../article-card/article-card.tsx';
import { PageHeader } from '../page-header/page-header.tsx';

import type { ArticleCardView } from '#app/models/article-card.ts';
import type { Crumb } from '#app/models/frame.ts';
import type { TermPageView } from '#app/models/glossary.ts';

interface TermPageProps {
  term: TermPageView;
  trail: readonly Crumb[];
  /** The articles that say most about it. */
  articles: readonly ArticleCardView[];
}

/** A word of the glossary: what it means, what else it is called, and where to read on. */
export function TermPage({ term: { term, alsoKnownAs, definition, previous, next }, trail, articles }: TermPageProps) {
  return (
    <>
      <PageHeader title={term} label="Glossary" trail={trail}>
        <div className="term-page__meaning">
          <p className="term-page__definition">{definition}</p>
          {alsoKnownAs.length > 0 && <p className="term-page__names">Also called {alsoKnownAs.join(', ')}</p>}
        </div>
      </PageHeader>
      {articles.length > 0 && (
        <section className="page" aria-labelledby="read-on">
          <h2 className="term-page__heading" id="read-on">
            Articles that use this word
          </h2>
          <ArticleList articles={articles} layout="row" headingLevel={3} first />
        </section>
      )}
      <nav className="page term-page__neighbors" aria-label="Glossary">
        {previous && (
          <a className="term-page__neighbor" href={previous.href} rel="prev">
            <span className="label">Before it</span>
            <span className="term-page__name">{previous.term}</span>
          </a>
        )}
        {next && (
          <a className="term-page__neighbor term-page__neighbor--next" href={next.href} rel="next">
            <span className="label">After it</span>
            <span className="term-page__name">{next.term}</span>
          </a>
        )}
      </nav>
    </>
  );
}
