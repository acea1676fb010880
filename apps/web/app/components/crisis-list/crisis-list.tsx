import type { CrisisContactView } from '#app/models/crisis.ts';

/** Every crisis contact with every way to reach it, in the colors of what it stands in. */
export function CrisisList({ contacts }: { contacts: readonly CrisisContactView[] }) {
  return (
    <ul className="crisis-list" role="list">
      {contacts.map(({ label, detail, links }) => (
        <li key={label}>
          <h3 className="crisis-list__label">{label}</h3>
          <p className="crisis-list__detail">{detail}</p>
          <ul className="crisis-list__ways" role="list">
            {links.map(({ href, text }) => (
              <li key={href}>
                <a className="crisis-list__way" href={href} rel={href.startsWith('https:') ? 'noreferrer' : undefined}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
