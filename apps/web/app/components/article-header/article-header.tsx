import { Breadcrumbs } from '../breadcrumbs/breadcrumbs.tsx';
import { Byline } from '../byline/byline.tsx';
import { Cover } from '../cover/cover.tsx';
import { SampleNotice } from '../sample-notice/sample-notice.tsx';

import type { ArticlePageView } from '#app/models/article-page.ts';
import type { Crumb } from '#app/models/frame.ts';

/** How an article opens: its name and cover, who signs it and when. */
export function ArticleHeader({ article, trail }: { article: ArticlePageView; trail: readonly Crumb[] }) {
  const { title, category, cover, readingTime } = article;
  return (
    <header className="article-header page">
      <Breadcrumbs trail={trail} />
      <div className="article-header__title">
        <p className="article-header__kind">
          {category && <a href={category.href}>{category.name}</a>}
          <span>{readingTime}</span>
        </p>
        <h1>{title}</h1>
      </div>
      <div className="article-header__cover">
        <Cover cover={cover} sizes="(width < 60rem) 88vw, 34rem" first />
      </div>
      <div className="article-header__byline">
        <Byline {...article} />
        {article.sampleProfiles && (
          <SampleNotice>
            The people who sign this page are invented. No clinician has reviewed it, and it must not guide anyone’s care.
          </SampleNotice>
        )}
      </div>
    </header>
  );
}
