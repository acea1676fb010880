import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { paragraphs } from '../rich-text/rich-text.fixtures.ts';

import { BookingPage } from './booking-page.tsx';

import type { ClinicContact } from '#app/models/clinic.ts';
import { email, telephone } from '#app/models/contact.ts';
import { toCrisisContacts } from '#app/models/crisis.ts';

const contact: ClinicContact = {
  phone: telephone('555-0142'),
  fax: null,
  email: email('hello@clinic.test'),
  address: ['100 Example Street'],
  hours: [{ days: 'Monday', hours: '9 am to 6 pm' }],
  hoursNote: null,
  closures: [],
};
const html = renderToStaticMarkup(
  <BookingPage contact={contact} crisis={toCrisisContacts(null)} text={paragraphs('A conversation first.')} trail={[]} />,
);

describe('booking page', () => {
  it('offers a call and a message, and says that there is no form', () => {
    expect(html).toContain('<a href="tel:5550142">555-0142</a>');
    expect(html).toContain('<a href="mailto:hello@clinic.test">hello@clinic.test</a>');
    expect(html).toContain('There is no form to fill in here yet');
    expect(html).not.toContain('<form');
  });

  it('tells whoever cannot wait whom to reach, urgency in words', () => {
    expect(html).toContain('Immediate action required: </span>');
    expect(html).toContain('href="tel:988"');
    expect(html).toContain('href="sms:988"');
  });
});
