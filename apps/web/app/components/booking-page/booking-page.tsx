import { ContactDetails } from '../contact-details/contact-details.tsx';
import { OpeningHours } from '../opening-hours/opening-hours.tsx';
import { PageHeader } from '../page-header/page-header.tsx';
import { RichText } from '../rich-text/rich-text.tsx';

import type { ClinicContact } from '#app/models/clinic.ts';
import type { CrisisContactView } from '#app/models/crisis.ts';
import type { Crumb } from '#app/models/frame.ts';
import type { RichTextView } from '#app/models/rich-text.ts';

interface BookingPageProps {
  contact: ClinicContact;
  crisis: readonly CrisisContactView[];
  /** What to expect, in the clinic's words. */
  text: RichTextView;
  trail: readonly Crumb[];
}

/** How to ask for a consultation: by phone or e-mail, when, and what happens then. Whoever cannot wait learns whom to call. */
export function BookingPage({ contact, crisis, text, trail }: BookingPageProps) {
  return (
    <>
      <PageHeader
        title="Book a Consultation"
        intro="Call us or write to us. A first consultation is a conversation; it commits you to nothing."
        trail={trail}
      />
      <div className="page booking-page">
        <section className="booking-page__reach" aria-labelledby="reach-us">
          <h2 id="reach-us">Reach us</h2>
          <ContactDetails {...contact} />
          <p className="booking-page__form">
            There is no form to fill in here yet: a call or a short message is enough. E-mail is not a safe place for private
            health details, so your name and a number to call will do.
          </p>
          <h3>When we answer</h3>
          <OpeningHours {...contact} />
        </section>
        <div className="booking-page__text">
          <Waiting crisis={crisis} />
          <div className="prose">
            <RichText content={text} />
          </div>
        </div>
      </div>
    </>
  );
}

/** For those who cannot wait for an appointment. */
function Waiting({ crisis }: { crisis: readonly CrisisContactView[] }) {
  return (
    <section className="care-card care-card--emergency" aria-labelledby="cannot-wait">
      <div className="care-card__band">
        <h2 className="care-card__heading" id="cannot-wait">
          <span className="visually-hidden">Immediate action required: </span>
          If you might hurt yourself or someone else, do not wait for us
        </h2>
      </div>
      <ul role="list" className="care-card__text booking-page__crisis">
        {crisis.map(({ label, links }) => (
          <li key={label}>
            <strong className="booking-page__whom">{label}</strong>
            {links.map(({ href, text }) => (
              <a key={href} href={href} rel={href.startsWith('https:') ? 'noreferrer' : undefined}>
                {text}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
