import { Cover } from '../cover/cover.tsx';
import { EvidenceBadge } from '../evidence-badge/evidence-badge.tsx';

import type { ArticleCardView } from '#app/models/article-card.ts';

interface ArticleCardProps {
  article: ArticleCardView;
  /** `row`: picture beside text. `half`: the same in short, two side by side. `stacked`: picture above text. `lead`: opens a page. */
  layout: keyof typeof sizes;
  /** One below the heading that the cards stand under. */
  headingLevel: 2 | 3;
  /** It is seen at once when the page opens: load its picture first. */
  first?: boolean | undefined;
}

const sizes = {
  row: '(min-width: 64rem) 28rem, (min-width: 40rem) 36vw, 88vw',
  half: '(min-width: 64rem) 14rem, (min-width: 40rem) 36vw, 88vw',
  stacked: '(min-width: 64rem) 24rem, (min-width: 40rem) 45vw, 88vw',
  lead: '(min-width: 83rem) 57rem, (min-width: 64rem) 70vw, 88vw',
} as const;

/** An article in a list. All of it leads to the article; its one link for that is named after it. */
export function ArticleCard({ article, layout, headingLevel, first }: ArticleCardProps) {
  const { href, title, summary, category, cover, evidence, readingTime } = article;
  const Heading = `h${headingLevel}` as const;
  return (
    <article className={`article-card article-card--${layout}`}>
      <div className="article-card__cover">
        <Cover cover={cover} sizes={sizes[layout]} first={first} />
      </div>
      <div className="article-card__text">
        <p className="article-card__facts">
          {category && (
            <a className="article-card__category" href={category.href}>
              {category.name}
            </a>
          )}
          <span>{readingTime}</span>
        </p>
        <Heading className="article-card__title">{title}</Heading>
        {layout !== 'half' && <p className="article-card__summary">{summary}</p>}
        <p className="article-card__end">
          <a className="article-card__link" href={href} aria-label={`Read Article: ${title}`}>
            Read Article
          </a>
          <EvidenceBadge evidence={evidence} />
        </p>
      </div>
    </article>
  );
}

interface ArticleListProps {
  articles: readonly ArticleCardView[];
  layout: 'row' | 'stacked';
  headingLevel: 2 | 3;
  /** The list is the first thing on its page. */
  first?: boolean | undefined;
}

/** Articles one after another; what to say where there are none is up to the page. */
export function ArticleList({ articles, layout, headingLevel, first }: ArticleListProps) {
  return (
    <ul className={`article-list article-list--${layout}`} role="list">
      {articles.map((article, i) => (
        <li key={article.href}>
          <ArticleCard article={article} layout={layout} headingLevel={headingLevel} first={first && i === 0} />
        </li>
      ))}
    </ul>
  );
}
