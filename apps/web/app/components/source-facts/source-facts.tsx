import type { ReactNode } from 'react';

import type { SourcePageView } from '#app/models/source-page.ts';

/** What is known of a work: kind, people, where it appeared, where to read it, and what to keep in mind. */
export function SourceFacts({ source }: { source: SourcePageView }) {
  const { authors, published, design, designWeight, sample, note, toVerify, link, pubmed } = source;
  return (
    <dl className="source-facts">
      <Fact term="Authors">{authors}</Fact>
      <Fact term="Published">{published}</Fact>
      <Fact term="Kind of work">
        <strong>{design}.</strong> {designWeight}
      </Fact>
      {sample && <Fact term="Took part">{sample}</Fact>}
      {note && <Fact term="Keep in mind">{note}</Fact>}
      {toVerify && (
        <Fact term="To verify">
          <strong className="source-facts__to-verify">A detail of this citation still has to be verified.</strong>
        </Fact>
      )}
      {link && (
        <Fact term="Read it">
          <a href={link.href} rel="noreferrer">
            {link.text}
          </a>
          {pubmed && (
            <>
              <br />
              <a href={pubmed.href} rel="noreferrer">
                {pubmed.text}
              </a>
            </>
          )}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="source-facts__fact">
      <dt className="label">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
