import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { changed, reviewed, sample } from './article-page.fixtures.ts';
import { ArticlePage } from './article-page.tsx';

import type { ClinicContact } from '#app/models/clinic.ts';

const trail = [
  { name: 'Home', path: '/' },
  { name: 'Two Ways', path: '/articles/two-ways' },
];
const contact: ClinicContact = {
  phone: { href: 'tel:5550142', text: '555-0142' },
  fax: null,
  email: { href: 'mailto:hello@clinic.test', text: 'hello@clinic.test' },
  address: [],
  hours: [],
  hoursNote: null,
  closures: [],
};
const render = (article: typeof reviewed, disclaimer: string | null = 'This page is general education.') =>
  renderToStaticMarkup(<ArticlePage article={article} trail={trail} clinic={{ name: 'Fernhollow', contact, disclaimer }} />);

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

describe('the end of a reading page', () => {
  const html = render(reviewed);

  it('says when it was reviewed, and when it is due again', () => {
    const record = html.slice(html.indexOf('id="page.record"'));
    expect(record).toContain('Last clinical review</dt><dd><time dateTime="2026-03-20">');
    expect(record).toContain('Next review due</dt><dd><time dateTime="2027-03-20">');
    expect(render(sample)).toContain('Last clinical review</dt><dd>None has taken place</dd>');
  });

  it('takes reports of mistakes, with the page named', () => {
    const [, href = ''] = /href="(mailto:[^"]+)">Report a mistake/.exec(html) ?? [];
    const letter = new URL(href.replaceAll('&amp;', '&'));
    expect(letter.searchParams.get('subject')).toBe('A mistake in “Two Ways Clinics Use Ketamine”');
    expect(letter.searchParams.get('body')).toContain('https://clinic.test/articles/two-ways');
  });

  it('has the references as files, and the way to the article before', () => {
    expect(html).toContain('href="/articles/two-ways/references.bib" download=""');
    expect(html).toContain('rel="prev"');
    expect(html).not.toContain('rel="next"');
    expect(render({ ...reviewed, neighbors: { older: null, newer: null } })).not.toContain('class="neighbors');
  });

  it('gives paper its address, a code for it, the phone and room for questions', () => {
    const handout = html.slice(html.indexOf('class="handout"'));
    expect(handout).toContain('https://clinic.test/articles/two-ways');
    expect(handout).toContain('Fernhollow: 555-0142');
    expect(handout).toMatch(/<path d="M2 2h7v1h-7z/);
    expect(handout.match(/class="handout__line"/g)?.length).toBeGreaterThan(4);
  });
});

describe('what opens on a reading page', () => {
  const html = render(reviewed);
  const opened = [...html.matchAll(/popovertarget="([^"]+)"/g)].map(([, id]) => id);

  it('is there', () => {
    expect(opened.length).toBeGreaterThan(1);
    for (const id of opened) expect(html).toContain(`<div id="${id}" class="popover"`);
  });

  it('previews a reference and leads to it', () => {
    const preview = html.slice(html.indexOf('id="preview.1"'));
    expect(preview).toMatch(/Randomized trial, 18 people.*A randomized trial.*Zarate CA et al\. 2006.*href="#ref\.1"/s);
  });

  it('defines a term and leads to the glossary', () => {
    expect(html.slice(html.indexOf('id="term.ketamine"'))).toMatch(/An anesthetic drug.*href="\/glossary#ketamine"/s);
  });
});

describe('who signs an article', () => {
  it('names author, reviewer and dates', () => {
    const html = render(reviewed);
    expect(html).toContain('Clinically reviewed by');
    expect(html).toContain('Next due <time dateTime="2027-03-20">');
    expect(html).toContain('<time class="byline__name" dateTime="2026-04-02">April 2, 2026</time>');
    expect(html).not.toContain('Sample');
  });

  it('warns of edits since the review', () => {
    expect(render(changed)).toContain('<strong>Edited since its review.</strong>');
    expect(render(reviewed)).not.toContain('review-notice');
  });

  it('claims no review where there was none, whoever is named', () => {
    const none = render({ ...reviewed, review: { state: 'none', reviewed: null, due: null, notice: null } });
    expect(none).not.toMatch(/Clinically reviewed by|Next due/);
    expect(none).toContain('None has taken place yet');
  });

  it('claims no review while invented people sign', () => {
    const html = render(sample);
    expect(html).not.toContain('Clinically reviewed by');
    expect(html).toContain('None has taken place');
    expect(html).toContain('The people who sign this page are invented.');
    expect(html).not.toContain('Last updated');
  });
});
