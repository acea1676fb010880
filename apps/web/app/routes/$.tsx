import type { MetaFunction } from '@remix-run/node';

import { RouteError } from '#app/components/route-error/route-error.tsx';
import { invariantResponse } from '#app/http/responses.ts';
import { pageMeta } from '#app/seo/page-meta.ts';

/** Every address that no other route answers. */
export function loader() {
  invariantResponse(false, 'No page has that address');
  return null;
}

export const action = loader;

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, undefined);

export default function NothingHereRoute() {
  return null;
}

export function ErrorBoundary() {
  return <RouteError />;
}
