import type { LetterView, TermView } from '#app/models/glossary.ts';

/** The glossary: a way to each letter, then the terms. */
export function GlossaryList({ letters }: { letters: LetterView[] }) {
  return (
    <div className="glossary">
      <nav className="glossary__letters" aria-label="Letters">
        <ul role="list">
          {letters.map(({ letter, id }) => (
            <li key={id}>
              <a href={`#${id}`}>{letter}</a>
            </li>
          ))}
        </ul>
      </nav>
      {letters.map(({ letter, id, terms }) => (
        <section key={id} className="glossary__section" aria-labelledby={id}>
          <h2 className="glossary__letter" id={id}>
            {letter}
          </h2>
          <dl>
            {terms.map((term) => (
              <Term key={term.id} term={term} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Term({ term: { id, href, term, alsoKnownAs, definition } }: { term: TermView }) {
  return (
    <div className="glossary__entry" id={id}>
      <dt className="glossary__term">
        <a className="glossary__link" href={href}>
          {term}
        </a>
        {alsoKnownAs.length > 0 && <span className="glossary__names">Also: {alsoKnownAs.join(', ')}</span>}
      </dt>
      <dd>{definition}</dd>
    </div>
  );
}
