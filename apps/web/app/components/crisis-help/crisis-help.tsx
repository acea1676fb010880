import type { CrisisContactView } from '#app/models/crisis.ts';

/** Stands before everything else where a search says that somebody may be in danger. It leads to people, not to reading. */
export function CrisisHelp({ contacts }: { contacts: readonly CrisisContactView[] }) {
  return (
    <section className="crisis-help" aria-labelledby="crisis-help">
      <h2 className="crisis-help__heading" id="crisis-help">
        You do not have to get through this alone
      </h2>
      <p className="crisis-help__text">
        If you are thinking about ending your life, or you are not safe right now, talk to someone. They are there for exactly
        this.
      </p>
      <ul className="crisis-help__contacts" role="list">
        {contacts.map(({ label, detail, links }) => (
          <li key={label}>
            <h3 className="crisis-help__label">{label}</h3>
            <p className="crisis-help__detail">{detail}</p>
            <ul className="crisis-help__ways" role="list">
              {links.map(({ href, text }) => (
                <li key={href}>
                  <a className="crisis-help__way" href={href} rel={href.startsWith('https:') ? 'noreferrer' : undefined}>
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
