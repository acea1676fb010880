/** The page's first link: past everything that is the same on every page. */
export function SkipLink() {
  return (
    <a className="skip-link" href="#main">
      Skip to the main content
    </a>
  );
}
