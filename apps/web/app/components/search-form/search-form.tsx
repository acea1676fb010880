import { searchPath } from '#app/config/paths.ts';

/** The search box. It works by itself; a page that has the suggestions' script offers articles while one types. */
export function SearchForm({ query }: { query: string }) {
  return (
    <form className="search-form" role="search" action={searchPath()} method="get">
      <label className="search-form__label" htmlFor="search">
        What are you looking for?
      </label>
      <div className="search-form__row">
        <div className="search-form__field">
          <input
            className="search-form__input"
            id="search"
            type="search"
            name="q"
            defaultValue={query}
            maxLength={200}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck="false"
            enterKeyHint="search"
          />
        </div>
        <button className="button search-form__send" type="submit">
          <svg className="search-form__glass" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
            <circle cx="10.5" cy="10.5" r="6.5" fill="none" stroke="currentColor" strokeWidth="2.4" />
            <path d="m15.5 15.5 5 5" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
          </svg>
          Search
        </button>
      </div>
    </form>
  );
}
