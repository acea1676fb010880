import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { EvidenceScale } from '#app/components/evidence-scale/evidence-scale.tsx';
import { RouteError } from '#app/components/route-error/route-error.tsx';
import { StandingPage } from '#app/components/standing-page/standing-page.tsx';
import { editorialPolicyPath, homePath } from '#app/config/paths.ts';
import { getStandingTexts } from '#app/content/clinic.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { forwardCacheHeaders, invariantResponse } from '#app/http/responses.ts';
import { toStandingText } from '#app/models/standing-text.ts';
import { pageMeta } from '#app/seo/page-meta.ts';

const trail = [
  { name: 'Home', path: homePath },
  { name: 'Editorial policy', path: editorialPolicyPath },
];

export async function loader() {
  const texts = await orUnavailable(getStandingTexts());
  invariantResponse(texts, 'The clinic has not been published');
  return { text: toStandingText(texts.editorialPolicy) };
}

export const headers = forwardCacheHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  pageMeta(
    args,
    data && {
      title: 'Editorial policy',
      description: 'Who writes and checks our articles, which evidence we prefer, and what the evidence badges mean.',
      path: editorialPolicyPath,
      trail,
    },
  );

export default function EditorialPolicyRoute() {
  const { text } = useLoaderData<typeof loader>();
  return (
    <StandingPage
      title="Editorial policy"
      intro="How these pages are written and checked, and what their evidence badges mean."
      text={text}
      trail={trail}
    >
      <EvidenceScale />
    </StandingPage>
  );
}

export function ErrorBoundary() {
  return <RouteError />;
}
