import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { BookingPage } from '#app/components/booking-page/booking-page.tsx';
import { useChrome } from '#app/components/frame/use-chrome.ts';
import { RouteError } from '#app/components/route-error/route-error.tsx';
import { bookConsultationPath, homePath } from '#app/config/paths.ts';
import { getClinic, getStandingTexts } from '#app/content/clinic.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { forwardCacheHeaders, invariantResponse } from '#app/http/responses.ts';
import { toContactFrom } from '#app/models/about.ts';
import { toStandingText } from '#app/models/standing-text.ts';
import { pageMeta } from '#app/seo/page-meta.ts';

const trail = [
  { name: 'Home', path: homePath },
  { name: 'Book a Consultation', path: bookConsultationPath },
];

export async function loader() {
  const [clinic, texts] = await orUnavailable(Promise.all([getClinic(), getStandingTexts()]));
  invariantResponse(clinic && texts, 'The clinic has not been published');
  return { contact: toContactFrom(clinic, new Date()), text: toStandingText(texts.bookingText) };
}

export const headers = forwardCacheHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  pageMeta(
    args,
    data && {
      title: 'Book a Consultation',
      description: 'How to ask for a first consultation by phone or e-mail, when we answer, and what to expect.',
      path: bookConsultationPath,
      trail,
    },
  );

export default function BookConsultationRoute() {
  const { crisis } = useChrome();
  return <BookingPage {...useLoaderData<typeof loader>()} crisis={crisis} trail={trail} />;
}

export function ErrorBoundary() {
  return <RouteError />;
}
