import type { CategoryView } from '#app/models/category.ts';

/** The library's shelves, each with a line about what is on it. */
export function CategoryIndex({ categories }: { categories: readonly CategoryView[] }) {
  return (
    <ul className="category-index" role="list">
      {categories.map(({ name, href, description, palette }) => (
        <li key={href} className={`category-index__entry palette-${palette}`}>
          <h3 className="category-index__name">
            <a className="category-index__link" href={href}>
              {name}
            </a>
          </h3>
          <p className="category-index__description">{description}</p>
        </li>
      ))}
    </ul>
  );
}
