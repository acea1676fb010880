import type { ReactNode } from 'react';

import { Breadcrumbs } from '../breadcrumbs/breadcrumbs.tsx';

import type { Crumb } from '#app/models/frame.ts';

interface PageHeaderProps {
  title: string;
  /** A quiet word above the title: what kind of page this is. */
  label?: string | undefined;
  /** One paragraph in large type. */
  intro?: string | null | undefined;
  /** The way to the page, itself included. */
  trail?: readonly Crumb[] | undefined;
  /** Stands below the introduction. */
  children?: ReactNode;
}

/** How a page opens: where it stands, its name, and what it is for. */
export function PageHeader({ title, label, intro, trail, children }: PageHeaderProps) {
  return (
    <header className="page-header page">
      {trail && <Breadcrumbs trail={trail} />}
      <div className="page-header__text">
        {label && <p className="label">{label}</p>}
        <h1 className="page-header__title">{title}</h1>
        {intro && <p className="page-header__intro">{intro}</p>}
      </div>
      {children}
    </header>
  );
}
