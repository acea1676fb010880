import type { ReactNode } from 'react';

import type { ClinicContact } from '#app/models/clinic.ts';

/** Ways to reach the clinic: phone and mail as links, fax and postal address as text. */
export function ContactDetails({ phone, fax, email, address }: Pick<ClinicContact, 'phone' | 'fax' | 'email' | 'address'>) {
  return (
    <dl className="contact-details">
      {phone && (
        <Entry term="Phone">
          <a href={phone.href}>{phone.text}</a>
        </Entry>
      )}
      {email && (
        <Entry term="E-mail">
          <a href={email.href}>{email.text}</a>
        </Entry>
      )}
      {fax && <Entry term="Fax">{fax}</Entry>}
      {address.length > 0 && (
        <Entry term="Address">
          <address>
            {address.map((line, i) => (
              <span key={i} className="contact-details__line">
                {line}
              </span>
            ))}
          </address>
        </Entry>
      )}
    </dl>
  );
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="label">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
