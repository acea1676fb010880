import type { ArticlePageView } from '#app/models/article-page.ts';
import { referenceListId } from '#app/models/citations.ts';
import type { ReferenceView } from '#app/models/reference.ts';

/** The works an article cites, numbered as in its text, each with a way back to every place that cites it. */
export function ReferenceList({ references, downloads }: Pick<ArticlePageView, 'references' | 'downloads'>) {
  return (
    <section className="references" role="doc-bibliography" aria-labelledby={referenceListId}>
      <h2 id={referenceListId}>References</h2>
      <ol role="list" className="references__list">
        {references.map((reference) => (
          <Reference key={reference.id} reference={reference} />
        ))}
      </ol>
      {downloads.length > 0 && (
        <p className="references__downloads">
          <span>For reference managers:</span>
          {downloads.map(({ name, href }) => (
            <a key={href} href={href} download>
              {name}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}

function Reference({ reference }: { reference: ReferenceView }) {
  const { id, number, authors, title, published, link, pubmed, design, sample, note, toVerify, href } = reference;
  return (
    <li id={id} className="reference">
      <span className="reference__number">{number}.</span>
      <div>
        <p className="reference__authors">{authors}</p>
        <p className="reference__title">
          <cite>
            <a href={href}>{title}</a>
          </cite>
        </p>
        <p>
          {published} {link && <Elsewhere link={link} />} {pubmed && <Elsewhere link={pubmed} />}
        </p>
        <p className="reference__facts">
          <span className="reference__design">{sample ? `${design}, ${sample}` : design}.</span>{' '}
          {toVerify && <strong className="reference__to-verify">To verify: </strong>}
          {note ?? (toVerify && 'a detail of this citation.')}
        </p>
        <BackLinks reference={reference} />
      </div>
    </li>
  );
}

function Elsewhere({ link: { href, text } }: { link: NonNullable<ReferenceView['link']> }) {
  return (
    <a className="reference__link" href={href} rel="noreferrer">
      {text}
    </a>
  );
}

function BackLinks({ reference: { number, backLinks } }: { reference: ReferenceView }) {
  if (backLinks.length === 0) return null;
  return (
    <p className="reference__back">
      Back to the text
      {backLinks.map(({ href, place }) => (
        <a key={href} href={href} role="doc-backlink" aria-label={`Reference ${number} in the text, place ${place}`}>
          ↑{backLinks.length > 1 && place}
        </a>
      ))}
    </p>
  );
}
