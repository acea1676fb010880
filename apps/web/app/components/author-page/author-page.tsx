import { ArticleList } from '../article-card/article-card.tsx';
import { PageHeader } from '../page-header/page-header.tsx';
import { Pagination } from '../pagination/pagination.tsx';
import { Picture } from '../picture/picture.tsx';
import { RichText } from '../rich-text/rich-text.tsx';
import { SampleNotice } from '../sample-notice/sample-notice.tsx';

import type { ArticleCardView } from '#app/models/article-card.ts';
import type { Crumb } from '#app/models/frame.ts';
import type { PaginationView } from '#app/models/pagination.ts';
import type { PersonView } from '#app/models/person.ts';

interface AuthorPageProps {
  person: PersonView;
  trail: readonly Crumb[];
  written: readonly ArticleCardView[];
  reviewed: readonly ArticleCardView[];
  /** Turns both lists at once. */
  pagination: PaginationView | null;
}

/** Someone who writes or reviews: who they are, and the articles that carry their name. */
export function AuthorPage({ person, trail, written, reviewed, pagination }: AuthorPageProps) {
  const { name, role, credentials, bio, portrait, sample } = person;
  return (
    <>
      <PageHeader title={credentials ? `${name}, ${credentials}` : name} label={role} trail={trail} />
      <div className="page author-page">
        <div className="author-page__about">
          {portrait && <Picture picture={portrait} sizes="14rem" className="author-page__portrait" first />}
          <div className="author-page__bio">
            {sample && <SampleNotice>This person does not exist, and has not reviewed anything.</SampleNotice>}
            <div className="prose">
              <RichText content={bio} />
            </div>
          </div>
        </div>
        <Articles
          heading={sample ? 'Articles under this profile' : 'Articles written'}
          id="articles.written"
          articles={written}
        />
        <Articles
          heading={sample ? 'Articles with this profile in the reviewer’s place' : 'Articles reviewed'}
          id="articles.reviewed"
          articles={reviewed}
        />
        <Pagination pagination={pagination} />
      </div>
    </>
  );
}

function Articles({ heading, id, articles }: { heading: string; id: string; articles: readonly ArticleCardView[] }) {
  if (articles.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="author-page__heading">
        {heading}
      </h2>
      <ArticleList articles={articles} layout="row" headingLevel={3} />
    </section>
  );
}
