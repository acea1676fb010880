import type { ReactNode } from 'react';

import { PageHeader } from '../page-header/page-header.tsx';
import { RichText } from '../rich-text/rich-text.tsx';

import type { Crumb } from '#app/models/frame.ts';
import type { RichTextView } from '#app/models/rich-text.ts';

interface StandingPageProps {
  title: string;
  intro: string;
  text: RichTextView;
  trail: readonly Crumb[];
  /** Stands after the text. */
  children?: ReactNode;
}

/** A long text of the clinic that has a page of its own. */
export function StandingPage({ title, intro, text, trail, children }: StandingPageProps) {
  return (
    <>
      <PageHeader title={title} intro={intro} trail={trail} />
      <div className="page standing-page">
        <div className="prose standing-page__text">
          <RichText content={text} />
        </div>
        {children}
      </div>
    </>
  );
}
