import { ArticleLine, Lines, Said, useHome, Widget } from './widget';

interface Answer {
  entries: { documentId: string; title: string; askedByName: string; askedAt: string; note: string }[];
}

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** The articles that somebody asked to have reviewed and that whoever is signed in may review. */
export default function WaitingReviews() {
  const home = useHome<Answer>('/home/waiting-reviews');
  return (
    <Widget of={home} name="waiting-reviews">
      {({ entries }) =>
        entries.length === 0 ? (
          <Said>Nothing waits for your review.</Said>
        ) : (
          <Lines>
            {entries.map(({ documentId, title, askedByName, askedAt, note }) => (
              <ArticleLine key={documentId} documentId={documentId} title={title}>
                {askedByName} asked on {day.format(new Date(askedAt))}
                {note !== '' && <p>“{note}”</p>}
              </ArticleLine>
            ))}
          </Lines>
        )
      }
    </Widget>
  );
}
