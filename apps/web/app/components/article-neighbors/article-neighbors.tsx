import type { ArticlePageView, NeighborView } from '#app/models/article-page.ts';

interface ArticleNeighborsProps {
  neighbors: ArticlePageView['neighbors'];
  /** Among which articles, for example `Ketamine care`; null for all of them. */
  among: string | null;
}

/** The ways to the articles before and after this one. Nothing where it stands alone. */
export function ArticleNeighbors({ neighbors: { older, newer }, among }: ArticleNeighborsProps) {
  if (!older && !newer) return null;
  return (
    <nav className="neighbors page" aria-label={among ? `More in ${among}` : 'More articles'}>
      {older && <Neighbor neighbor={older} rel="prev" kind="Previous" />}
      {newer && <Neighbor neighbor={newer} rel="next" kind="Next" />}
    </nav>
  );
}

function Neighbor({ neighbor: { title, href }, rel, kind }: { neighbor: NeighborView; rel: 'prev' | 'next'; kind: string }) {
  return (
    <a className={`neighbors__way neighbors__way--${rel}`} href={href} rel={rel}>
      <span className="neighbors__kind">{kind}</span>
      <span className="neighbors__title">{title}</span>
    </a>
  );
}
