import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { complete, withoutPictureOrCategory } from './article-card.fixtures.ts';
import { ArticleCard, ArticleList } from './article-card.tsx';

describe('article card', () => {
  const html = renderToStaticMarkup(<ArticleCard article={complete} layout="row" headingLevel={2} />);

  it('has one link to the article, named after it', () => {
    expect(html.match(/href="\/articles\//g)).toHaveLength(1);
    expect(html).toContain('aria-label="Read Article: From Barely There to Fully Asleep">Read Article</a>');
  });

  it('shows cover, topic, title, summary, reading time and evidence', () => {
    expect(html).toContain('<source type="image/avif" srcSet="/media/0mirk2b1/320/doses.webp.avif 320w"');
    expect(html).toContain('<a class="article-card__category" href="/categories/ketamine-care">Ketamine care</a>');
    expect(html).toContain('<h2 class="article-card__title">From Barely There');
    expect(html).toContain('What researchers mean by a dose');
    expect(html).toContain('8 min read');
    expect(html).toContain('Evidence: </span>Mixed');
  });

  it('draws a cover where there is no picture, and names no topic where there is none', () => {
    const bare = renderToStaticMarkup(<ArticleCard article={withoutPictureOrCategory} layout="lead" headingLevel={3} />);
    expect(bare).toContain('<div class="cover palette-ochre"><svg');
    expect(bare).not.toContain('/categories/');
    expect(bare).toContain('<h3 class="article-card__title">');
  });

  it('leaves the summary out of the short form', () => {
    expect(renderToStaticMarkup(<ArticleCard article={complete} layout="half" headingLevel={3} />)).not.toContain(
      'What researchers',
    );
  });
});

describe('article list', () => {
  it('loads only the first picture at once, and only where the list opens the page', () => {
    const articles = [complete, { ...complete, href: '/articles/other' }];
    const list = (first: boolean) =>
      renderToStaticMarkup(<ArticleList articles={articles} layout="row" headingLevel={2} first={first} />);
    expect(list(true).match(/loading="\w+"/g)).toEqual(['loading="eager"', 'loading="lazy"']);
    expect(list(false).match(/loading="\w+"/g)).toEqual(['loading="lazy"', 'loading="lazy"']);
  });
});
