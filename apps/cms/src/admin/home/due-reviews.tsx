import { ArticleLine, Lines, Said, useHome, Widget } from './widget';

interface Due {
  documentId: string;
  title: string;
  reviewDue: string;
}

type Answer = Record<'overdue' | 'soon' | 'later', Due[]>;

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const parts = [
  ['overdue', 'Overdue'],
  ['soon', 'Within 30 days'],
  ['later', 'Within 90 days'],
] as const;

/** Published articles whose next review is overdue or near. */
export default function DueReviews() {
  const home = useHome<Answer>('/home/due-reviews');
  return (
    <Widget of={home} name="due-reviews">
      {(answer) =>
        parts.every(([part]) => answer[part].length === 0) ? (
          <Said>No review is due within 90 days.</Said>
        ) : (
          parts.map(
            ([part, heading]) =>
              answer[part].length > 0 && (
                <Lines key={part} heading={heading}>
                  {answer[part].map(({ documentId, title, reviewDue }) => (
                    <ArticleLine key={documentId} documentId={documentId} title={title}>
                      due by {day.format(new Date(reviewDue))}
                    </ArticleLine>
                  ))}
                </Lines>
              ),
          )
        )
      }
    </Widget>
  );
}
