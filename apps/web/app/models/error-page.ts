import { isRouteErrorResponse } from '@remix-run/react';

/** What an error page says. It never repeats what the error itself said. */
export interface ErrorPageView {
  status: number;
  heading: string;
  text: string;
}

const pages: Record<number, Omit<ErrorPageView, 'status'>> = {
  404: {
    heading: 'We could not find that page',
    text: 'The address may have a small mistake in it, or the page may have moved. Nothing is wrong on your side.',
  },
  405: {
    heading: 'That is not possible here',
    text: 'This page can be read, but nothing can be sent to it. Nothing was kept. Please start from the home page.',
  },
  410: {
    heading: 'This page has been taken down',
    text: 'We remove pages that we can no longer stand behind. What we publish now is in the list of articles.',
  },
  500: {
    heading: 'Something went wrong on our side',
    text: 'It is not your doing. Please try again in a moment. If it happens again, the other pages should still work.',
  },
  503: {
    heading: 'This page cannot be shown right now',
    text: 'Our library is not answering. That is usually over within a minute: please try again shortly.',
  },
};

/** The calm version of whatever a loader or a component threw. `notFound` takes the place of the general words for a 404. */
export function toErrorPage(error: unknown, notFound?: string): ErrorPageView {
  const thrown = isRouteErrorResponse(error) ? error.status : 500;
  const status = thrown in pages ? thrown : thrown >= 400 && thrown < 500 ? 404 : 500;
  const page = pages[status] ?? { heading: '', text: '' };
  return { status: thrown, ...page, ...(status === 404 && notFound !== undefined && { heading: notFound }) };
}
