import { EvidenceBadge } from '../evidence-badge/evidence-badge.tsx';
import { FilterLinks } from '../filter-links/filter-links.tsx';
import { Pagination } from '../pagination/pagination.tsx';

import type { SearchHitView, SearchResultsView } from '#app/models/search.ts';

interface SearchResultsProps {
  query: string;
  results: SearchResultsView;
}

/** What a search found: how much, in which topics, and each article with the words that were looked for. */
export function SearchResults({ query, results }: SearchResultsProps) {
  const { total, within, hits, corrected, filter, term, pagination } = results;
  return (
    <div className={filter.length > 0 ? 'search-results search-results--filtered page' : 'search-results page'}>
      {filter.length > 0 && <FilterLinks heading="Topics" id="topics" items={filter} />}
      <section aria-labelledby="found">
        <h2 className="search-results__count" id="found">
          {countOf(total)} for “{corrected?.text ?? query}”{within !== null && ` in ${within}`}
        </h2>
        {corrected && (
          <p className="search-results__corrected">
            Did you mean <a href={corrected.href}>{corrected.text}</a>? Nothing matches “{query}” as it is written, so these are
            the results for that.
          </p>
        )}
        {term && (
          <div className="search-results__term">
            <p className="label">From the glossary</p>
            <p>
              <a className="search-results__term-name" href={term.href}>
                {term.term}
              </a>{' '}
              {term.definition}
            </p>
          </div>
        )}
        <ol className="search-results__list" role="list">
          {hits.map((hit) => (
            <li key={hit.href}>
              <Hit hit={hit} />
            </li>
          ))}
        </ol>
        <Pagination pagination={pagination} label="Search results" turns={{ previous: 'Better matches', next: 'More results' }} />
      </section>
    </div>
  );
}

function Hit({ hit: { href, title, category, readingTime, evidence, excerpt, summary, parts } }: { hit: SearchHitView }) {
  return (
    <article className="search-hit">
      <p className="search-hit__facts">
        {category && <span className="search-hit__category">{category.name}</span>}
        <span>{readingTime}</span>
        <EvidenceBadge evidence={evidence} />
      </p>
      <h3 className="search-hit__title">
        <a className="search-hit__link" href={href}>
          {title}
        </a>
      </h3>
      <p className="search-hit__excerpt">
        {excerpt.length === 0 ? summary : excerpt.map(({ text, hit }, i) => (hit ? <mark key={i}>{text}</mark> : text))}
      </p>
      {parts.length > 0 && (
        <ul className="search-hit__parts" role="list" aria-label="In this article">
          {parts.map((part) => (
            <li key={part.href}>
              <a className="search-hit__part" href={part.href}>
                {part.text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

function countOf(total: number): string {
  return total === 1 ? '1 article' : `${total.toLocaleString('en-US')} articles`;
}
