import { ContactDetails } from '../contact-details/contact-details.tsx';
import { OpeningHours } from '../opening-hours/opening-hours.tsx';
import { PageHeader } from '../page-header/page-header.tsx';
import { SampleNotice } from '../sample-notice/sample-notice.tsx';
import { ServiceList } from '../service-list/service-list.tsx';
import { TeamList } from '../team-list/team-list.tsx';

import { bookConsultationPath } from '#app/config/paths.ts';
import type { AboutView } from '#app/models/about.ts';
import type { Crumb } from '#app/models/frame.ts';
import type { PersonView } from '#app/models/person.ts';

interface AboutPageProps {
  about: AboutView;
  team: readonly PersonView[];
  trail: readonly Crumb[];
}

/** The clinic: what it offers, when and where it is open, who works on these pages. */
export function AboutPage({ about: { name, tagline, contact, services }, team, trail }: AboutPageProps) {
  return (
    <>
      <PageHeader title={`About ${name}`} intro={tagline} trail={trail} />
      <div className="page about-page">
        <section className="about-page__services" aria-labelledby="services">
          <h2 id="services">What we offer</h2>
          <ServiceList services={services} />
        </section>
        <section className="about-page__visit" aria-labelledby="visit">
          <h2 id="visit">Reach us</h2>
          <ContactDetails {...contact} />
          <h3>Hours</h3>
          <OpeningHours {...contact} />
          <a className="button" href={bookConsultationPath}>
            Book a Consultation
          </a>
        </section>
        {team.length > 0 && (
          <section className="about-page__team" aria-labelledby="team">
            <h2 id="team">Who writes and reviews these pages</h2>
            {team.some(({ sample }) => sample) && (
              <SampleNotice>
                Profiles marked as demo are invented. No clinical review has taken place on their pages.
              </SampleNotice>
            )}
            <TeamList people={team} />
          </section>
        )}
      </div>
    </>
  );
}
