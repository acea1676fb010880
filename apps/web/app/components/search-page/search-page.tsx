import type { ReactNode } from 'react';

import { CategoryIndex } from '../category-index/category-index.tsx';
import { CrisisHelp } from '../crisis-help/crisis-help.tsx';
import { PageHeader } from '../page-header/page-header.tsx';
import { SearchForm } from '../search-form/search-form.tsx';
import { SearchResults } from '../search-results/search-results.tsx';

import { articlesPath, glossaryPath } from '#app/config/paths.ts';
import type { CategoryView } from '#app/models/category.ts';
import type { ContactLink } from '#app/models/contact.ts';
import type { CrisisContactView } from '#app/models/crisis.ts';
import type { SearchResultsView } from '#app/models/search.ts';

interface SearchPageProps {
  query: string;
  /** Null where nothing was asked, or where nobody could answer. */
  results: SearchResultsView | null;
  /** The library did not answer. */
  away: boolean;
  /** The search sounds as if somebody may be in danger. */
  crisis: boolean;
  contacts: readonly CrisisContactView[];
  categories: readonly CategoryView[];
  phone: ContactLink | null;
}

/** The search: its box, help if it is needed, what was found, and ways on where nothing was. */
export function SearchPage({ query, results, away, crisis, contacts, categories, phone }: SearchPageProps) {
  const found = results !== null && results.total > 0;
  return (
    <div className="search-page">
      <PageHeader title="Search">
        <SearchForm query={query} />
      </PageHeader>
      {crisis && (
        <div className="page search-page__crisis">
          <CrisisHelp contacts={contacts} />
        </div>
      )}
      {found && <SearchResults query={query} results={results} />}
      {away && (
        <Notice heading="The search is not answering right now">
          <p>That is usually over within a minute: please try again shortly. You can also look for your subject by topic.</p>
        </Notice>
      )}
      {results !== null && !found && <NothingFound query={query} results={results} phone={phone} />}
      {!found && <Topics categories={categories} asked={query !== ''} />}
    </div>
  );
}

function NothingFound({ query, results, phone }: { query: string; results: SearchResultsView; phone: ContactLink | null }) {
  const { filter, term } = results;
  const everywhere = filter[0];
  return (
    <Notice heading={`No article matches “${query}”${everywhere ? ' in this topic' : ''}`}>
      {everywhere?.href && (
        <p>
          <a href={everywhere.href}>
            {everywhere.count === 1 ? 'One article in another topic does' : `${everywhere.count} articles in other topics do`}
          </a>
          .
        </p>
      )}
      {term && (
        <p>
          Our glossary explains it: <a href={term.href}>{term.term}</a>. {term.definition}
        </p>
      )}
      <ul>
        <li>Fewer words often find more: “sleep” instead of “why can I not sleep”.</li>
        <li>Try another name for the same thing, or the name of a treatment.</li>
        <li>
          Every word we explain is in the <a href={glossaryPath}>glossary</a>, and every article in the{' '}
          <a href={articlesPath()}>list of articles</a>.
        </li>
        {phone && (
          <li>
            Or ask us: <a href={phone.href}>{phone.text}</a>.
          </li>
        )}
      </ul>
    </Notice>
  );
}

function Notice({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="page search-page__notice" aria-labelledby="notice">
      <h2 className="search-page__heading" id="notice">
        {heading}
      </h2>
      <div className="prose search-page__text">{children}</div>
    </section>
  );
}

function Topics({ categories, asked }: { categories: readonly CategoryView[]; asked: boolean }) {
  if (categories.length === 0) return null;
  return (
    <section className="section page" aria-labelledby="by-topic">
      <h2 className="search-page__heading" id="by-topic">
        {asked ? 'Look by topic instead' : 'Or look by topic'}
      </h2>
      <CategoryIndex categories={categories} />
    </section>
  );
}
