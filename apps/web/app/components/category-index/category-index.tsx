import type { CategoryView } from '#app/models/category.ts';

interface CategoryIndexProps {
  categories: readonly CategoryView[];
  /** One below the heading that the list stands under. */
  headingLevel?: 2 | 3 | undefined;
}

/** The library's shelves, each with a line about what is on it. */
export function CategoryIndex({ categories, headingLevel = 3 }: CategoryIndexProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <ul className="category-index" role="list">
      {categories.map(({ name, href, description, palette, count }) => (
        <li key={href} className={`category-index__entry palette-${palette}`}>
          <Heading className="category-index__name">
            <a className="category-index__link" href={href}>
              {name}
            </a>
          </Heading>
          <p className="category-index__description">
            {description}
            {count !== undefined && (
              <span className="category-index__count">
                {count === 1 ? '1 article' : `${count.toLocaleString('en-US')} articles`}
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
