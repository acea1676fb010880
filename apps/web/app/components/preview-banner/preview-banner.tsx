import type { PreviewBannerView } from '#app/models/preview.ts';

interface PreviewBannerProps {
  banner: PreviewBannerView;
  /** The pages of the site that a draft of the clinic's facts changes. */
  pages?: readonly { name: string; href: string; isCurrent: boolean }[];
  /** What the page's script follows: the token it was opened with, which state of the draft is shown, and as which page. */
  follow: { token: string; version: string; page?: string | undefined };
}

const OVER = 'This preview is over. Open it again from the editor to see later changes.';

/** Says what one is looking at, and leads out. */
export function PreviewBanner({ banner, pages = [], follow }: PreviewBannerProps) {
  const { token, version, page } = follow;
  return (
    <aside
      className="preview-banner"
      aria-label="Preview"
      data-token={token}
      data-version={version}
      data-page={page}
      data-over={OVER}
    >
      <div className="preview-banner__row page">
        <p className="preview-banner__what">
          <strong>{banner.what}</strong> <span role="status">{banner.note}</span>
        </p>
        {pages.length > 0 && (
          <nav aria-label="Pages of the draft">
            <ul className="preview-banner__pages" role="list">
              {pages.map(({ name, href, isCurrent }) => (
                <li key={href}>
                  <a href={href} aria-current={isCurrent ? 'page' : undefined}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <a className="preview-banner__out" href={banner.out.href} target="_top" rel="noreferrer">
          {banner.out.text}
        </a>
      </div>
    </aside>
  );
}
