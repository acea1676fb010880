import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { AboutPage } from '#app/components/about-page/about-page.tsx';
import { RouteError } from '#app/components/route-error/route-error.tsx';
import { aboutPath, homePath } from '#app/config/paths.ts';
import { getClinic } from '#app/content/clinic.server.ts';
import { listContributors } from '#app/content/contributors.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { forwardCacheHeaders, invariantResponse } from '#app/http/responses.ts';
import { toAbout } from '#app/models/about.ts';
import { toPerson } from '#app/models/person.ts';
import { pageMeta } from '#app/seo/page-meta.ts';

const trail = [
  { name: 'Home', path: homePath },
  { name: 'About', path: aboutPath },
];

export async function loader() {
  const [clinic, contributors] = await orUnavailable(Promise.all([getClinic(), listContributors()]));
  invariantResponse(clinic, 'The clinic has not been published');
  return { about: toAbout(clinic, new Date()), team: contributors.map(toPerson) };
}

export const headers = forwardCacheHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  pageMeta(
    args,
    data && {
      title: 'About the clinic',
      description: `What ${data.about.name} offers, when it is open, how to reach it, and who writes and reviews these pages.`,
      path: aboutPath,
      trail,
    },
  );

export default function AboutRoute() {
  return <AboutPage {...useLoaderData<typeof loader>()} trail={trail} />;
}

export function ErrorBoundary() {
  return <RouteError />;
}
