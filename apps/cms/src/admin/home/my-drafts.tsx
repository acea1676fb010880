import { ArticleLine, Lines, Said, useHome, Widget } from './widget';

interface Answer {
  entries: { documentId: string; title: string; savedAt: string; isPublished: boolean }[];
  hasMore: boolean;
}

const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** The articles that whoever is signed in began or saved last, and that visitors do not read as they stand. */
export default function MyDrafts() {
  const home = useHome<Answer>('/home/my-drafts');
  return (
    <Widget of={home} name="my-drafts">
      {({ entries, hasMore }) =>
        entries.length === 0 ? (
          <Said>You have no drafts. Everything you wrote is published as it stands.</Said>
        ) : (
          <>
            <Lines>
              {entries.map(({ documentId, title, savedAt, isPublished }) => (
                <ArticleLine key={documentId} documentId={documentId} title={title}>
                  {isPublished ? 'Changed since it was published' : 'Not published yet'}, saved on{' '}
                  {time.format(new Date(savedAt))}
                </ArticleLine>
              ))}
            </Lines>
            {hasMore && <Said>You have more. The list of articles shows them all.</Said>}
          </>
        )
      }
    </Widget>
  );
}
