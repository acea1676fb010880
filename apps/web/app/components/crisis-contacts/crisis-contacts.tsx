import type { CrisisContactView } from '#app/models/crisis.ts';

/** Every crisis contact with every way to reach it. Stands at the end of each page; the strip at its top leads here. */
export function CrisisContacts({ contacts }: { contacts: readonly CrisisContactView[] }) {
  return (
    <section className="crisis-contacts" id="crisis" tabIndex={-1} aria-labelledby="crisis-heading">
      <div className="page">
        <h2 className="crisis-contacts__heading" id="crisis-heading">
          If you need help now
        </h2>
        <ul className="crisis-contacts__list" role="list">
          {contacts.map(({ label, detail, links }) => (
            <li key={label} className="crisis-contacts__contact">
              <h3 className="crisis-contacts__label">{label}</h3>
              <p>{detail}</p>
              <ul className="crisis-contacts__links" role="list">
                {links.map(({ href, text }) => (
                  <li key={href}>
                    <a className="crisis-contacts__link" href={href} rel={href.startsWith('https:') ? 'noreferrer' : undefined}>
                      {text}
                    </a>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
