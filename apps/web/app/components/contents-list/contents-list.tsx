import type { ContentsEntry } from '#app/models/article-body.ts';

const TITLE = 'On this page';

/** The sections of a page: folded away on a small screen, beside the text on a wide one. */
export function ContentsList({ entries }: { entries: ContentsEntry[] }) {
  return (
    <nav className="contents" aria-label={TITLE}>
      <p className="contents__title" aria-hidden="true">
        {TITLE}
      </p>
      <details>
        <summary className="contents__summary">{TITLE}</summary>
        <ol role="list" className="contents__entries">
          {entries.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
