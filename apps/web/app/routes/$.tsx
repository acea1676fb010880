import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';

import { RouteError } from '#app/components/route-error/route-error.tsx';
import { orMoved } from '#app/http/moved.server.ts';
import { invariantResponse } from '#app/http/responses.ts';
import { pageMeta } from '#app/seo/page-meta.ts';

/** What an address of ours can be made of; whoever probes for others asks the CMS nothing. */
const ADDRESS = /^\/[\w./-]{1,299}$/;

/** Every address that no other route answers: one of an older site may have moved. While the CMS is away, it is as if there were none. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { pathname } = new URL(request.url);
  if (ADDRESS.test(pathname)) {
    await orMoved(null, pathname).catch((answer: unknown) => {
      if (!(answer instanceof Response) || answer.status !== 503) throw answer;
    });
  }
  return action();
}

export function action() {
  invariantResponse(false, 'No page has that address');
  return null;
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, undefined);

export default function NothingHereRoute() {
  return null;
}

export function ErrorBoundary() {
  return <RouteError />;
}
