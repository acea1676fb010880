import { graphql, parseRichText, type ResultOf } from '@clinic/types';

import { ask, parsed } from './client.server.ts';
import { articleCardFragment } from './fragments.server.ts';
import { LastKnown } from './last-known.server.ts';

export const clinicQuery = graphql(`
  query Clinic {
    clinic {
      name
      tagline
      banner
      address
      phone
      fax
      email
      timeZone
      hours {
        weekday
        opens
        closes
      }
      hoursNote
      closures {
        from
        to
        reason
      }
      services {
        name
        description
      }
      crisisContacts {
        label
        detail
        call
        sms
        url
      }
      disclaimer
    }
  }
`);

export const homeTextsQuery = graphql(
  `
    query HomeTexts {
      clinic {
        homeHeading
        homeIntro
        featuredArticles {
          ...ArticleCard
        }
      }
    }
  `,
  [articleCardFragment],
);

export const standingTextsQuery = graphql(`
  query StandingTexts {
    clinic {
      editorialPolicy
      privacyPolicy
      bookingText
    }
  }
`);

/** The clinic's facts, as many pages show them. */
export type Clinic = NonNullable<ResultOf<typeof clinicQuery>['clinic']>;

/** What only the home page shows. */
export type HomeTexts = NonNullable<ResultOf<typeof homeTextsQuery>['clinic']>;

/** The long texts that have a page each. */
export type StandingTexts = NonNullable<ResultOf<typeof standingTextsQuery>['clinic']>;

/** The clinic's facts; null until the clinic is first published. */
export async function getClinic(): Promise<Clinic | null> {
  return (await ask(clinicQuery, {})).clinic;
}

/** The clinic's facts, as far as they are known while the CMS is away. */
export const knownClinic = new LastKnown('clinic', clinicQuery, getClinic);

/** Heading, introduction and featured articles of the home page; null until the clinic is first published. */
export async function getHomeTexts(): Promise<HomeTexts | null> {
  return (await ask(homeTextsQuery, {})).clinic;
}

/** Editorial policy, privacy text and what to expect of a consultation; null until the clinic is first published. */
export async function getStandingTexts(): Promise<StandingTexts | null> {
  const { clinic } = await ask(standingTextsQuery, {});
  if (!clinic) return null;
  const text = (value: unknown) => parsed('StandingTexts', parseRichText, value);
  return {
    editorialPolicy: text(clinic.editorialPolicy),
    privacyPolicy: text(clinic.privacyPolicy),
    bookingText: text(clinic.bookingText),
  };
}
