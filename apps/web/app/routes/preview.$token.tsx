import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { AboutPage } from '#app/components/about-page/about-page.tsx';
import { ArticlePage } from '#app/components/article-page/article-page.tsx';
import { BookingPage } from '#app/components/booking-page/booking-page.tsx';
import { useChrome } from '#app/components/frame/use-chrome.ts';
import { HomePage } from '#app/components/home-page/home-page.tsx';
import { PreviewBanner } from '#app/components/preview-banner/preview-banner.tsx';
import { RouteError } from '#app/components/route-error/route-error.tsx';
import { StandingPage } from '#app/components/standing-page/standing-page.tsx';
import { articlesPath, homePath, previewPath } from '#app/config/paths.ts';
import { listCategories } from '#app/content/categories.server.ts';
import { listContributors } from '#app/content/contributors.server.ts';
import { listGlossaryTerms } from '#app/content/glossary.server.ts';
import { openPreview, previewArticle, previewClinic } from '#app/content/preview.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { forwardPreviewHeaders, invariantResponse, previewHeaders } from '#app/http/responses.ts';
import { toAbout, toContactFrom } from '#app/models/about.ts';
import { toArticleCard } from '#app/models/article-card.ts';
import { toArticlePage } from '#app/models/article-page.ts';
import { toCategory } from '#app/models/category.ts';
import { toChrome } from '#app/models/clinic.ts';
import { toPerson } from '#app/models/person.ts';
import { toPreviewBanner } from '#app/models/preview.ts';
import { toStandingText } from '#app/models/standing-text.ts';
import { smarten } from '#app/models/typography.ts';
import followPreview from '#app/scripts/follow-preview.ts?worker&url';
import { pageMeta } from '#app/seo/page-meta.ts';

/** It follows every save of its draft. */
export const handle = { script: followPreview };

const NOT_THERE = 'There is no such preview';

/** The pages that the clinic's facts and texts make up. */
const clinicPages = { home: 'Home', about: 'About', booking: 'Booking', policy: 'Editorial policy', privacy: 'Privacy' } as const;

type ClinicPage = keyof typeof clinicPages;

export async function loader({ params: { token = '' }, request }: LoaderFunctionArgs) {
  const facts = await orUnavailable(openPreview(token));
  invariantResponse(facts, NOT_THERE);
  const asked = new URL(request.url).searchParams.get('page') ?? 'home';
  const page: ClinicPage = asked in clinicPages ? (asked as ClinicPage) : 'home';
  const shown = facts.type === 'article' ? await article(token) : await clinic(token, page);
  const { state } = facts;
  return data(
    { ...shown, token, state, page, banner: toPreviewBanner(facts, shown.slug) },
    { headers: previewHeaders(facts.editedAt) },
  );
}

async function article(token: string) {
  const [found, glossary] = await orUnavailable(Promise.all([previewArticle(token), listGlossaryTerms()]));
  invariantResponse(found, NOT_THERE);
  const view = toArticlePage(found, { glossary, neighbors: { older: null, newer: null } });
  return { kind: 'article' as const, article: view, chrome: null, slug: found.slug, title: found.title };
}

async function clinic(token: string, page: ClinicPage) {
  const found = await orUnavailable(previewClinic(token));
  invariantResponse(found, NOT_THERE);
  const { clinic: facts, home, texts } = found;
  const common = { kind: 'clinic' as const, chrome: toChrome(facts), slug: null, title: clinicPages[page] };
  switch (page) {
    case 'home':
      return {
        ...common,
        home: {
          heading: smarten(home.homeHeading),
          intro: smarten(home.homeIntro),
          featured: home.featuredArticles.map(toArticleCard),
          categories: (await orUnavailable(listCategories())).map(toCategory),
        },
      };
    case 'about':
      return {
        ...common,
        about: { about: toAbout(facts, new Date()), team: (await orUnavailable(listContributors())).map(toPerson) },
      };
    case 'booking':
      return { ...common, booking: { contact: toContactFrom(facts, new Date()), text: toStandingText(texts.bookingText) } };
    case 'policy':
    case 'privacy': {
      const text = page === 'policy' ? texts.editorialPolicy : texts.privacyPolicy;
      return { ...common, standing: toStandingText(text) };
    }
  }
}

export const headers = forwardPreviewHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, ...args }) =>
  pageMeta(
    args,
    loaded && {
      title: `Preview: ${loaded.title}`,
      description: loaded.banner.note,
      path: previewPath(''),
      noindex: true,
    },
  );

export default function PreviewRoute() {
  const shown = useLoaderData<typeof loader>();
  const { token, state, page, banner } = shown;
  const isClinic = shown.kind === 'clinic';
  const pages = isClinic
    ? Object.entries(clinicPages).map(([key, name]) => ({ name, href: previewPath(token, key), isCurrent: key === page }))
    : [];
  return (
    <>
      <PreviewBanner banner={banner} pages={pages} follow={{ token, version: state, page: isClinic ? page : undefined }} />
      <Shown shown={shown} />
    </>
  );
}

function Shown({ shown }: { shown: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const chrome = useChrome();
  const home = { name: 'Home', path: homePath };
  const trail = [home, { name: shown.title, path: homePath }];
  if (shown.kind === 'article') {
    const way = [home, { name: 'Articles', path: articlesPath() }, { name: shown.title, path: articlesPath() }];
    return <ArticlePage article={shown.article} trail={way} clinic={chrome} />;
  }
  if ('home' in shown) return <HomePage {...shown.home} />;
  if ('about' in shown) return <AboutPage {...shown.about} trail={trail} />;
  if ('booking' in shown) return <BookingPage {...shown.booking} crisis={chrome.crisis} trail={trail} />;
  return <StandingPage title={shown.title} intro="" text={shown.standing} trail={trail} />;
}

export function ErrorBoundary() {
  return <RouteError notFound="This preview is over, or its address has a mistake" />;
}
