import type { Crumb } from '#app/models/frame.ts';

/** The way from the home page to this one; its last step is this page and is no link. */
export function Breadcrumbs({ trail }: { trail: readonly Crumb[] }) {
  return (
    <nav className="breadcrumbs" aria-label="Breadcrumb">
      <ol className="breadcrumbs__list" role="list">
        {trail.map(({ name, path }, i) => (
          <li key={path} className="breadcrumbs__step">
            {i === trail.length - 1 ? (
              <span aria-current="page">{name}</span>
            ) : (
              <a className="breadcrumbs__link" href={path}>
                {name}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
