import { aboutPath, articlesPath, bookConsultationPath, glossaryPath, homePath, searchPath } from '#app/config/paths.ts';

const pages = [
  { name: 'Articles', path: articlesPath() },
  { name: 'Glossary', path: glossaryPath },
  { name: 'About us', path: aboutPath },
  { name: 'Search', path: searchPath() },
];

interface SiteHeaderProps {
  name: string;
  /** Where the visitor is. */
  pathname: string;
  /** What the clinic wants every visitor to know just now. */
  banner: string | null;
}

/** The clinic's name, the way around the site, and the way to an appointment. */
export function SiteHeader({ name, pathname, banner }: SiteHeaderProps) {
  return (
    <header className="site-header">
      <div className="site-header__row page">
        <a className="site-header__home" href={homePath} aria-current={pathname === homePath ? 'page' : undefined}>
          <SiteName name={name} />
        </a>
        <nav className="site-header__nav" aria-label="Main">
          <ul className="site-header__pages" role="list">
            {pages.map((page) => (
              <li key={page.path}>
                <a className="site-header__page" href={page.path} aria-current={currentAt(pathname, page.path)}>
                  {page.name}
                </a>
              </li>
            ))}
          </ul>
          <a
            className="site-header__book button"
            href={bookConsultationPath}
            aria-current={currentAt(pathname, bookConsultationPath)}
          >
            Book a Consultation
          </a>
        </nav>
      </div>
      {banner && (
        <p className="site-header__banner">
          <span className="page">{banner}</span>
        </p>
      )}
    </header>
  );
}

/** What stands in brackets at the end of the name is set smaller. */
function SiteName({ name }: { name: string }) {
  const [, main = name, aside] = /^([^(]+)\(([^)]+)\)$/.exec(name) ?? [];
  return (
    <>
      <span className="site-header__name">{main.trim()}</span>
      {aside && <span className="site-header__aside">{aside}</span>}
    </>
  );
}

function currentAt(pathname: string, path: string): 'page' | 'true' | undefined {
  if (pathname === path) return 'page';
  return pathname.startsWith(`${path}/`) ? 'true' : undefined;
}
