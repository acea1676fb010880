import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { RouteError } from '#app/components/route-error/route-error.tsx';
import { StandingPage } from '#app/components/standing-page/standing-page.tsx';
import { homePath, privacyPath } from '#app/config/paths.ts';
import { getStandingTexts } from '#app/content/clinic.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { forwardCacheHeaders, invariantResponse } from '#app/http/responses.ts';
import { toStandingText } from '#app/models/standing-text.ts';
import { pageMeta } from '#app/seo/page-meta.ts';

const trail = [
  { name: 'Home', path: homePath },
  { name: 'Privacy', path: privacyPath },
];

export async function loader() {
  const texts = await orUnavailable(getStandingTexts());
  invariantResponse(texts, 'The clinic has not been published');
  return { text: toStandingText(texts.privacyPolicy) };
}

export const headers = forwardCacheHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  pageMeta(
    args,
    data && {
      title: 'Privacy',
      description: 'What this site learns about you when you read it (next to nothing), and what happens if you contact us.',
      path: privacyPath,
      trail,
    },
  );

export default function PrivacyRoute() {
  const { text } = useLoaderData<typeof loader>();
  return (
    <StandingPage title="Privacy" intro="What this site learns about you, and what it does not." text={text} trail={trail} />
  );
}

export function ErrorBoundary() {
  return <RouteError />;
}
