import { useRouteError } from '@remix-run/react';

import { useChrome } from '../frame/use-frame.ts';

import { articlesPath, bookConsultationPath, homePath } from '#app/config/paths.ts';
import { useRequestContext } from '#app/http/request-context.ts';
import { toErrorPage } from '#app/models/error-page.ts';

interface RouteErrorProps {
  /** What could not be found here, a full sentence without its period: `We could not find that article`. */
  notFound?: string | undefined;
}

/** What a visitor sees when a page cannot be shown: what happened in calm words, and ways on. Never a detail of the error. */
export function RouteError({ notFound }: RouteErrorProps) {
  const { status, heading, text } = toErrorPage(useRouteError(), notFound);
  const { contact } = useChrome();
  const { requestId } = useRequestContext();
  return (
    <div className="route-error page">
      <div className="route-error__text">
        <h1>{heading}</h1>
        <p className="route-error__explanation">{text}</p>
        <ul className="route-error__ways" role="list">
          <li>
            <a className="button" href={articlesPath()}>
              See all articles
            </a>
          </li>
          <li>
            <a className="button button--quiet" href={homePath}>
              Go to the home page
            </a>
          </li>
        </ul>
        <p className="route-error__small">
          {contact?.phone ? (
            <>
              You can also call us at <a href={contact.phone.href}>{contact.phone.text}</a>.
            </>
          ) : (
            <>
              You can also <a href={bookConsultationPath}>write to us or call us</a>.
            </>
          )}
        </p>
        {status >= 500 && requestId && (
          <p className="route-error__small">If you tell us about it, this number helps: {requestId}</p>
        )}
      </div>
    </div>
  );
}
