import { Picture } from '../picture/picture.tsx';

import type { PersonView } from '#app/models/person.ts';

/** The people who write and review, each with a page of their own. */
export function TeamList({ people }: { people: readonly PersonView[] }) {
  return (
    <ul role="list" className="team">
      {people.map(({ name, href, role, credentials, portrait, sample }) => (
        <li key={href} className="team__person">
          {portrait && <Picture picture={portrait} sizes="5rem" className="team__portrait" />}
          <div>
            <p className="team__name">
              <a href={href}>{name}</a>
              {credentials && `, ${credentials}`}
            </p>
            <p className="team__role">{role}</p>
            {sample && <p className="team__sample">This person does not exist.</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
