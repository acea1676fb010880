import type { CategoryFilterItem } from '#app/models/category.ts';

/** Narrows the listing to a topic. Plain links: every choice has an address of its own. */
export function CategoryFilter({ items }: { items: readonly CategoryFilterItem[] }) {
  return (
    <nav className="category-filter" aria-labelledby="category-filter">
      <h2 className="category-filter__heading label" id="category-filter">
        Topics
      </h2>
      <ul className="category-filter__list" role="list">
        {items.map(({ name, href, current }) => (
          <li key={href}>
            <a className="category-filter__link" href={href} aria-current={current ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
