import type { ArticlePageView } from '#app/models/article-page.ts';
import type { ClinicContact } from '#app/models/clinic.ts';
import { qrCode } from '#app/models/qr-code.ts';

const LINES = 7;

interface HandoutProps {
  article: Pick<ArticlePageView, 'url'>;
  clinic: { name: string; contact: ClinicContact | null };
}

/** The last part of a printed article, seen on paper only: room for questions, the way back to the page, the clinic's phone. */
export function Handout({ article: { url }, clinic: { name, contact } }: HandoutProps) {
  const { size, path } = qrCode(url);
  return (
    <section className="handout" aria-hidden="true">
      <p className="handout__heading">My questions for the appointment</p>
      {Array.from({ length: LINES }, (_, i) => (
        <p key={i} className="handout__line" />
      ))}
      <div className="handout__way">
        <svg className="handout__code" viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
          <path d={path} />
        </svg>
        <div>
          <p>The latest version of this page, with links to every study:</p>
          <p className="handout__url">{url}</p>
          {contact?.phone && (
            <p>
              {name}: {contact.phone.text}
            </p>
          )}
        </div>
      </div>
    </section>
  );
}
