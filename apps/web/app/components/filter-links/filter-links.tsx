import type { FilterItem } from '#app/models/filter.ts';

interface FilterLinksProps {
  /** What the links narrow by, for example `Topics`. */
  heading: string;
  /** Its anchor; unique on the page. */
  id: string;
  items: readonly FilterItem[];
}

/** Narrows a list. Plain links: every choice has an address of its own, and one that would leave nothing is no link. */
export function FilterLinks({ heading, id, items }: FilterLinksProps) {
  return (
    <nav className="filter-links" aria-labelledby={id}>
      <h2 className="filter-links__heading label" id={id}>
        {heading}
      </h2>
      <ul className="filter-links__list" role="list">
        {items.map((item) => (
          <li key={item.name}>
            <Choice item={item} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Choice({ item: { name, count, href, current } }: { item: FilterItem }) {
  const text = (
    <>
      <span className="filter-links__name">{name}</span>
      {count !== null && (
        <span className="filter-links__count">
          {' '}
          {count.toLocaleString('en-US')}
          <span className="visually-hidden"> {count === 1 ? 'article' : 'articles'}</span>
        </span>
      )}
    </>
  );
  if (href === null) return <span className="filter-links__choice filter-links__choice--empty">{text}</span>;
  return (
    <a className="filter-links__choice" href={href} aria-current={current ? 'true' : undefined}>
      {text}
    </a>
  );
}
