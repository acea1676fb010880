import { Cover } from '../cover/cover.tsx';

import { articlesPath, homePath } from '#app/config/paths.ts';
import type { ContactLink } from '#app/models/contact.ts';
import type { ErrorPageView } from '#app/models/error-page.ts';

interface ErrorPageProps {
  page: ErrorPageView;
  /** This page's own path, to try again. */
  path: string;
  phone: ContactLink | null;
  /** Names the request in the log. */
  requestId: string | undefined;
}

/** What a visitor sees when a page cannot be shown: what happened in calm words, and ways on. Never a detail of the error. */
export function ErrorPage({ page: { status, heading, text }, path, phone, requestId }: ErrorPageProps) {
  const ours = status >= 500;
  return (
    <div className="error-page page">
      <div className="error-page__text">
        <h1>{heading}</h1>
        <p className="error-page__explanation">{text}</p>
        <ul className="error-page__ways" role="list">
          <li>
            <a className="button" href={ours ? path : articlesPath()}>
              {ours ? 'Try again' : 'See all articles'}
            </a>
          </li>
          <li>
            <a className="button button--quiet" href={homePath}>
              Go to the home page
            </a>
          </li>
        </ul>
        {phone && (
          <p className="error-page__small">
            You can also call us at <a href={phone.href}>{phone.text}</a>.
          </p>
        )}
        {ours && requestId && <p className="error-page__small">If you tell us about it, this number helps: {requestId}</p>}
      </div>
      <div className="error-page__art">
        <Cover cover={{ picture: null, palette: 'fern', seed: heading }} sizes="" />
      </div>
    </div>
  );
}
