import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { DevelopersPage } from '#app/components/developers-page/developers-page.tsx';
import { RouteError } from '#app/components/route-error/route-error.tsx';
import { developersPath, homePath } from '#app/config/paths.ts';
import { getContract } from '#app/content/contract.server.ts';
import { toQueries, toReference } from '#app/models/schema-reference.ts';
import { pageMeta } from '#app/seo/page-meta.ts';

const trail = [
  { name: 'Home', path: homePath },
  { name: 'For developers', path: developersPath },
];

export function loader() {
  const { queries, schema } = getContract();
  return { queries: toQueries(queries), types: toReference(schema) };
}

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  pageMeta(
    args,
    data && {
      title: 'For developers',
      description: 'How other apps read our articles and clinic facts: queries to copy, and every type and field explained.',
      path: developersPath,
      trail,
    },
  );

export default function DevelopersRoute() {
  return <DevelopersPage {...useLoaderData<typeof loader>()} trail={trail} />;
}

export function ErrorBoundary() {
  return <RouteError />;
}
