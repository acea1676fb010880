import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { SiteHeader } from './site-header.tsx';

const render = (pathname: string, name = 'Fernhollow Mental Health', banner: string | null = null) =>
  renderToStaticMarkup(<SiteHeader name={name} pathname={pathname} banner={banner} />);

describe('site header', () => {
  it('has the way to an appointment on every page', () => {
    expect(render('/nowhere')).toContain('href="/book-a-consultation">Book a Consultation</a>');
  });

  it('marks where the visitor is: the page itself, or the part of the site it belongs to', () => {
    expect(render('/articles')).toContain('href="/articles" aria-current="page"');
    expect(render('/articles/doses')).toContain('href="/articles" aria-current="true"');
    expect(render('/articlesque')).not.toContain('aria-current');
  });

  it('sets what stands in brackets after the name apart', () => {
    expect(render('/', 'Fernhollow (demo clinic)')).toContain(
      '<span class="site-header__name">Fernhollow</span><span class="site-header__aside">demo clinic</span>',
    );
  });

  it('shows the banner only where there is one', () => {
    expect(render('/', 'F', 'Closed on Monday')).toContain('Closed on Monday');
    expect(render('/')).not.toContain('site-header__banner');
  });
});
