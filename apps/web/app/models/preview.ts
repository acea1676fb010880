import { toDay } from './dates.ts';

import { articlePath, homePath } from '#app/config/paths.ts';
import type { PreviewFacts } from '#app/content/preview.server.ts';

/** What the banner of a preview says and where it leads. */
export interface PreviewBannerView {
  what: string;
  /** For whom it is and how long the address is good. */
  note: string;
  /** The way out: to the entry in the CMS, or to the site. */
  out: { text: string; href: string };
}

/** The banner over a draft of an article or of the clinic's facts. */
export function toPreviewBanner(facts: PreviewFacts, slug: string | null): PreviewBannerView {
  const subject = facts.type === 'article' ? 'article' : 'clinic’s pages';
  const what = facts.version === 'draft' ? `Draft of the ${subject}` : `Published version of the ${subject}`;
  if (facts.for === 'reviewer') {
    const { text } = toDay(new Date(facts.expires * 1_000).toISOString());
    return {
      what,
      note: `Visitors do not see this. Your link is good until ${text}; please do not pass it on.`,
      out: { text: 'Leave for the site', href: facts.version === 'published' && slug ? articlePath({ slug }) : homePath },
    };
  }
  const kind =
    facts.type === 'article' ? `collection-types/api::article.article/${facts.documentId}` : 'single-types/api::clinic.clinic';
  return {
    what,
    note: facts.version === 'draft' ? 'Visitors do not see this. The page follows every save.' : 'This is what visitors see.',
    out: { text: 'Back to the editor', href: `${facts.editedAt}/admin/content-manager/${kind}` },
  };
}
