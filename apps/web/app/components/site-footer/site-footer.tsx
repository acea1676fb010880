import { CrisisContacts } from '../crisis-contacts/crisis-contacts.tsx';

import {
  aboutPath,
  accessibilityPath,
  articlesPath,
  bookConsultationPath,
  categoriesPath,
  developersPath,
  editorialPolicyPath,
  glossaryPath,
  privacyPath,
  searchPath,
} from '#app/config/paths.ts';
import type { ChromeView, ClinicContact } from '#app/models/clinic.ts';

const pages = [
  { name: 'Articles', path: articlesPath() },
  { name: 'Topics', path: categoriesPath },
  { name: 'Search', path: searchPath() },
  { name: 'Glossary', path: glossaryPath },
  { name: 'About us', path: aboutPath },
  { name: 'Book a Consultation', path: bookConsultationPath },
  { name: 'Editorial policy', path: editorialPolicyPath },
  { name: 'Privacy', path: privacyPath },
  { name: 'Accessibility', path: accessibilityPath },
  { name: 'For developers', path: developersPath },
];

/** Help in a crisis, how to reach the clinic, every standing page, and what this site is not. */
export function SiteFooter({ chrome: { name, tagline, crisis, contact } }: { chrome: ChromeView }) {
  return (
    <footer className="site-footer">
      <CrisisContacts contacts={crisis} />
      <div className="site-footer__clinic page">
        <div className="site-footer__about">
          <p className="site-footer__name">{name}</p>
          {tagline && <p className="site-footer__tagline">{tagline}</p>}
          {contact && <Contact contact={contact} />}
        </div>
        <nav aria-label="All pages">
          <ul className="site-footer__pages" role="list">
            {pages.map((page) => (
              <li key={page.path}>
                <a className="site-footer__page" href={page.path}>
                  {page.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="site-footer__small">
          <p>These pages are general education. They cannot replace talking with someone who knows you.</p>
          <p>This site sets no cookies for readers, follows nobody and asks no other server for anything.</p>
        </div>
      </div>
    </footer>
  );
}

function Contact({ contact: { phone, email, address } }: { contact: ClinicContact }) {
  return (
    <address className="site-footer__contact">
      {address.map((line, i) => (
        <span key={i}>{line}</span>
      ))}
      {phone && <a href={phone.href}>{phone.text}</a>}
      {email && <a href={email.href}>{email.text}</a>}
    </address>
  );
}
