import type { PaginationView } from '#app/models/pagination.ts';

interface PaginationProps {
  pagination: PaginationView | null;
  /** Names what is turned, for example `Articles`. */
  label?: string | undefined;
  /** What the links to the pages before and after are called. */
  turns?: { previous: string; next: string } | undefined;
}

const byDate = { previous: 'Newer articles', next: 'Older articles' };

/** Links to the other pages of a list. Nothing where everything fits on one page. */
export function Pagination({ pagination, label = 'Articles', turns = byDate }: PaginationProps) {
  if (!pagination) return null;
  const { page, pageCount, previous, next, items } = pagination;
  return (
    <nav className="pagination" aria-label={`${label}: pages`}>
      <Turn href={previous} rel="prev" text={turns.previous} />
      <p className="pagination__place">
        Page {page} of {pageCount}
      </p>
      <ol className="pagination__pages" role="list">
        {items.map((item, i) => (
          <li key={item === 'gap' ? `gap-${i}` : item.page}>
            {item === 'gap' ? (
              <span className="pagination__gap">…</span>
            ) : (
              <a className="pagination__page" href={item.href} aria-current={item.current ? 'page' : undefined}>
                <span className="visually-hidden">Page </span>
                {item.page}
              </a>
            )}
          </li>
        ))}
      </ol>
      <Turn href={next} rel="next" text={turns.next} />
    </nav>
  );
}

function Turn({ href, rel, text }: { href: string | null; rel: 'prev' | 'next'; text: string }) {
  if (href === null) return <span className={`pagination__turn pagination__turn--${rel}`} />;
  return (
    <a className={`pagination__turn pagination__turn--${rel}`} href={href} rel={rel}>
      {text}
    </a>
  );
}
