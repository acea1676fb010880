import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { reviewed, sample } from './article-page.fixtures.ts';
import { ArticlePage } from './article-page.tsx';

const trail = [
  { name: 'Home', path: '/' },
  { name: 'Two Ways', path: '/articles/two-ways' },
];
const render = (article: typeof reviewed, disclaimer: string | null = 'This page is general education.') =>
  renderToStaticMarkup(<ArticlePage article={article} trail={trail} disclaimer={disclaimer} />);

describe('reading page', () => {
  const html = render(reviewed);

  it('has one main heading and says the short answer before the text', () => {
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.indexOf('The drug is the same')).toBeLessThan(html.indexOf('Ketamine is an anesthetic'));
  });

  it('warns before anything else', () => {
    expect(html.indexOf('This article mentions suicidal thoughts')).toBeLessThan(html.indexOf('The drug is the same'));
  });

  it('ends with the disclaimer and the way to a consultation', () => {
    expect(html.indexOf('This page is general education')).toBeGreaterThan(html.indexOf('id="ref.list"'));
    expect(html).toContain('<a class="button" href="/book-a-consultation">Book a Consultation</a>');
    expect(render(reviewed, null)).not.toContain('Please keep in mind');
  });

  it('leaves out what it has nothing for', () => {
    expect(html).not.toContain('Read next');
    expect(render({ ...reviewed, references: [], contentNote: null })).not.toMatch(/Before you read|id="ref\.list"/);
  });

  it('counts for the eye what it says in words', () => {
    expect(html).toContain('<span class="evidence-panel__count">1</span> randomized trial');
    expect(html).toContain('<span class="evidence-panel__marks" aria-hidden="true"><span></span></span>');
  });
});

describe('who signs an article', () => {
  it('names author, reviewer and dates', () => {
    const html = render(reviewed);
    expect(html).toContain('Clinically reviewed by');
    expect(html).toContain('<time class="byline__name" dateTime="2026-04-02">April 2, 2026</time>');
    expect(html).not.toContain('Sample');
  });

  it('claims no review while invented people sign', () => {
    const html = render(sample);
    expect(html).not.toContain('Clinically reviewed by');
    expect(html).toContain('None has taken place');
    expect(html).toContain('The people who sign this page are invented.');
    expect(html).not.toContain('Last updated');
  });
});
