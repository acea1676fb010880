import { PageHeader } from '../page-header/page-header.tsx';

import type { ClinicContact } from '#app/models/clinic.ts';
import type { Crumb } from '#app/models/frame.ts';

interface AccessibilityPageProps {
  trail: readonly Crumb[];
  /** Null while the CMS has not told us. */
  contact: ClinicContact | null;
}

/** The accessibility statement: the standard we hold to, how it is checked, what falls short, and whom to tell. */
export function AccessibilityPage({ trail, contact }: AccessibilityPageProps) {
  return (
    <>
      <PageHeader
        title="Accessibility"
        intro="You should be able to read every page here, whatever you see, hear, or hold in your hand, and however tired you are."
        trail={trail}
      />
      <div className="page standing-page">
        <div className="prose standing-page__text">
          <h2>What you can do here</h2>
          <ul>
            <li>Read every page with scripts switched off.</li>
            <li>Find your way with the keyboard alone. The first link on a page skips to its text.</li>
            <li>Enlarge the text: lines flow anew and do not leave the screen.</li>
            <li>Use your own colors, a high-contrast mode, or a dark screen. The site follows your device.</li>
            <li>Switch off motion on your device: then nothing moves here either.</li>
            <li>Print an article. Everything that is folded up on the screen is open on paper.</li>
          </ul>

          <h2>The standard we hold to</h2>
          <p>
            This site is meant to meet the{' '}
            <a href="https://www.w3.org/TR/WCAG22/" rel="noreferrer">
              Web Content Accessibility Guidelines 2.2
            </a>{' '}
            at level AA.
          </p>
          <p>
            Every kind of page is tested each time the site changes: by an automated checker, in light and in dark colors, on the
            width of a phone and of a desk; with scripts switched off; at four times its size; and with lines, words and letters
            spaced widely. Walks by keyboard alone see to it that every stop shows where you are and that no page holds you. In
            high-contrast modes, what is told apart by color is tested to keep an edge.
          </p>

          <h2>What falls short</h2>
          <ul>
            <li>
              People who use assistive technology every day have not tested the site for us yet. Automated tests miss things.
            </li>
            <li>Studies we link to stand on other sites. Many are PDF files that a screen reader may not read well.</li>
            <li>
              Older browsers do not preview references or define words where you click them. References are links there, and the
              words are in the glossary.
            </li>
          </ul>

          <h2>Tell us</h2>
          <p>
            If something here is in your way, please tell us what it is and on which page. We will give you what you were looking
            for in a form that works for you, and mend the page.
          </p>
          {contact && (
            <ul>
              {contact.phone && (
                <li>
                  Call <a href={contact.phone.href}>{contact.phone.text}</a>
                </li>
              )}
              {contact.email && (
                <li>
                  Write to <a href={contact.email.href}>{contact.email.text}</a>
                </li>
              )}
            </ul>
          )}
        </div>
      </div>
    </>
  );
}
