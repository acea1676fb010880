import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { GlossaryList } from '#app/components/glossary-list/glossary-list.tsx';
import { PageHeader } from '#app/components/page-header/page-header.tsx';
import { RouteError } from '#app/components/route-error/route-error.tsx';
import { glossaryPath, homePath } from '#app/config/paths.ts';
import { listGlossaryTerms } from '#app/content/glossary.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { forwardCacheHeaders } from '#app/http/responses.ts';
import { toGlossary } from '#app/models/glossary.ts';
import { pageMeta } from '#app/seo/page-meta.ts';

const trail = [
  { name: 'Home', path: homePath },
  { name: 'Glossary', path: glossaryPath },
];

export async function loader() {
  const terms = await orUnavailable(listGlossaryTerms());
  return { letters: toGlossary(terms) };
}

export const headers = forwardCacheHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  pageMeta(
    args,
    data && {
      title: 'Glossary',
      description: 'The words of mental health care and its studies, each explained in one plain sentence.',
      path: glossaryPath,
      trail,
    },
  );

export default function GlossaryRoute() {
  const { letters } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Glossary" intro="Words that our articles use, each explained in one plain sentence." trail={trail} />
      <div className="page">
        <GlossaryList letters={letters} />
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <RouteError />;
}
