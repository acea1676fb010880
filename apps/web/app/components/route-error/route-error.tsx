import { useLocation, useRouteError } from '@remix-run/react';

import { ErrorPage } from '../error-page/error-page.tsx';
import { useChrome } from '../frame/use-chrome.ts';

import { useRequestContext } from '#app/http/request-context.ts';
import { toErrorPage } from '#app/models/error-page.ts';

interface RouteErrorProps {
  /** What could not be found here, a full sentence without its period: `We could not find that article`. */
  notFound?: string | undefined;
}

/** The body of a route's `ErrorBoundary`. */
export function RouteError({ notFound }: RouteErrorProps) {
  const page = toErrorPage(useRouteError(), notFound);
  const { contact } = useChrome();
  const { requestId } = useRequestContext();
  const { pathname, search } = useLocation();
  // A path that starts with two slashes would lead to another site.
  const path = pathname.replace(/^\/+/, '/') + search;
  return <ErrorPage page={page} path={path} phone={contact?.phone ?? null} requestId={requestId} />;
}
