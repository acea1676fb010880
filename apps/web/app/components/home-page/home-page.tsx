import { ArticleCard } from '../article-card/article-card.tsx';
import { BookingInvitation } from '../booking-invitation/booking-invitation.tsx';
import { CategoryIndex } from '../category-index/category-index.tsx';
import { EvidenceScale } from '../evidence-scale/evidence-scale.tsx';

import { articlesPath, editorialPolicyPath } from '#app/config/paths.ts';
import type { ArticleCardView } from '#app/models/article-card.ts';
import type { CategoryView } from '#app/models/category.ts';

interface HomePageProps {
  heading: string;
  intro: string;
  /** Up to three; the first is shown large. */
  featured: readonly ArticleCardView[];
  categories: readonly CategoryView[];
}

/** The site's front page: what it is for, where to start, what there is, and how far to trust it. */
export function HomePage({ heading, intro, featured, categories }: HomePageProps) {
  return (
    <>
      <header className="home-opening page">
        <h1 className="home-opening__heading">{heading}</h1>
        <p className="home-opening__intro">{intro}</p>
      </header>
      <Featured articles={featured} />
      <section className="section page" aria-labelledby="topics">
        <div className="home-heading">
          <h2 id="topics">Browse by topic</h2>
          <a href={articlesPath()}>All articles</a>
        </div>
        <CategoryIndex categories={categories} />
      </section>
      <HowPagesAreMade />
      <BookingInvitation />
    </>
  );
}

function Featured({ articles: [lead, ...others] }: { articles: readonly ArticleCardView[] }) {
  if (!lead) return null;
  return (
    <section className="home-featured page" aria-labelledby="featured">
      <h2 className="visually-hidden" id="featured">
        Good places to start
      </h2>
      <ArticleCard article={lead} layout="lead" headingLevel={3} first />
      {others.length > 0 && (
        <div className="home-featured__others">
          {others.map((article) => (
            <ArticleCard key={article.href} article={article} layout="half" headingLevel={3} />
          ))}
        </div>
      )}
    </section>
  );
}

function HowPagesAreMade() {
  return (
    <section className="section home-method page" aria-labelledby="method">
      <h2 id="method">How far you can trust a page</h2>
      <div className="home-method__text">
        <p>
          Every article names its writer and the clinician who reviewed it, or says plainly that no review has taken place.
          Statements of fact lead to the study behind them, so you can look for yourself.
        </p>
        <p>
          Each one also says in a word how strong the evidence is. We would rather tell you “early” than promise you something.
        </p>
        <p>
          <a href={editorialPolicyPath}>Read our editorial policy</a>
        </p>
      </div>
      <EvidenceScale />
    </section>
  );
}
