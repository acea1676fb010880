import path from 'node:path';

import { countWords, toPlainText } from '@clinic/types';
import { describe, expect, it } from 'vitest';

import { toRichText } from '../contract/rich-text';

import { bodyOf, bodyPassages, frontPassages, passagesOf, sentencesOf, type Passage } from './prose';
import { readDemoLibrary } from './read';

const { articles, clinic, contributors, glossary, categories, sources } = readDemoLibrary(path.resolve(__dirname, '../../seed'));
const MAIN = 'ketamine-with-therapy-or-infusions-alone';

const texts = articles.map((article) => ({
  name: article.slug,
  passages: [...frontPassages(article), ...bodyPassages(bodyOf(article))],
}));
const line = (text: string | null): Passage => ({ text: text ?? '', links: [] });
const around = {
  name: 'the clinic, its people, shelves, glossary and notes on sources',
  passages: [
    ...[clinic.banner, clinic.homeHeading, clinic.homeIntro, clinic.hoursNote, clinic.disclaimer].map(line),
    ...clinic.services.map(({ description }) => line(description)),
    ...clinic.crisisContacts.map(({ detail }) => line(detail)),
    ...[clinic.editorialPolicy, clinic.privacyPolicy, clinic.bookingText].flatMap((text) => passagesOf(toRichText(text))),
    ...contributors.flatMap(({ bio }) => passagesOf(toRichText(bio))),
    ...glossary.map(({ definition }) => line(definition)),
    ...categories.map(({ description }) => line(description)),
    ...sources.map(({ note }) => line(note)),
  ],
};

/** Words that promise too much. They may stand where a promise is denied. */
const PROMISES =
  /\bcur(?:es?|ed|ing)\b|\bguarantee|\bmirac|\bbreakthrough|\bgame[- ]chang|\brevolution|\bcutting[- ]edge|\b(?:life-chang|transform)ing\b|\b(?:risk-free|painless|clinically shown|science-backed)\b|\b(?:completely|perfectly) safe\b|\bsafe and effective\b|(?<!un)proven\b|\brewir|\bregrow|\b(?:repair|restore|reset)s? (?:the|your) brain\b|\bunlock|\btruer? self\b|\bdeeper healing\b|\bsacred medicine\b|\bpermanent|\bforever\b/i;
const DENIAL = /\b(?:nobody|nothing|none|no|not|never|neither|cannot|beyond the evidence)\b|advertisement says|^Is it a cure\?$/i;

/** Words that label or blame people, speak as a patient or as a brochure, or fill space. */
const AVOIDED = [
  /\bcommit(?:s|ted|ting)? suicide|\bsuccessful suicide|\bfailed (?:suicide )?attempt/i,
  /\b(?:addicts?|alcoholics?|schizophrenics?|depressives|psychotics|borderlines|crazy|insane|noncompliant)\b|\bthe mentally ill\b/i,
  /\bsuffer(?:s|ed|ers?)?\b|\bsuffering from\b|\bvictims?\b|\b(?:substance|drug) abuse/i,
  /\bI (?:felt|was|am|found|tried|recovered)\b(?!.*\?)|\b[Cc]hanged my life\b|\b[Mm]y (?:therapist|depression|trauma)\b/,
  /\bwellness\b|\bjourney\b|\bempower|\bthrive\b|\bembrace\b|\bjoin (?:us|the thousands)\b/i,
  /\bit is (?:important|worth|crucial|essential) (?:to note|noting|to remember|to understand)/i,
  /\bin (?:conclusion|summary|today's world)\b|\bneedless to say\b|\bat the end of the day\b|\bwhen it comes to\b|\ball in all\b/i,
  /\bdelv|\btapestr|\brealm|\btestament|\bmoreover\b|\bfurthermore\b|\bmyriad|\bplethora|\bmultifaceted|\bnuance/i,
  /\bleverag|\bharness|\bseamless|\brobust|\bnavigat|\bcrucial|\bpivotal|\bunderscor|\bshed(?:s|ding)? light/i,
  /\blet['’]s\b|\bdive in|\bdeep dive|\bfoster(?! care)|\belevat|\bever-(?:evolving|changing)|\blorem\b|\bTODO\b|\bTK\b/i,
];

describe.each(articles)('$slug', (article) => {
  const body = bodyOf(article);
  const words = countWords(toPlainText(body));

  it('is as long as was planned', () => {
    const [least, most] = article.slug === MAIN ? [1500, 2200] : [700, 1500];
    expect(words).toBeGreaterThanOrEqual(least);
    expect(words).toBeLessThanOrEqual(most);
  });

  it('has a short answer, takeaways and descriptions of the right length', () => {
    const answer = countWords(article.shortAnswer);
    expect(answer).toBeGreaterThanOrEqual(40);
    expect(answer).toBeLessThanOrEqual(60);
    expect(article.keyTakeaways.length).toBeGreaterThanOrEqual(3);
    expect(article.keyTakeaways.length).toBeLessThanOrEqual(5);
    expect(article.summary.length).toBeLessThanOrEqual(200);
    expect(article.seo.title.length).toBeLessThanOrEqual(60);
    expect(article.seo.description.length).toBeGreaterThanOrEqual(120);
    expect(article.seo.description.length).toBeLessThanOrEqual(155);
  });

  it('keeps its sentences short, and not all of one length', () => {
    const lengths = bodyPassages(body)
      .flatMap(sentencesOf)
      .filter((sentence) => /[.!?]["”’)]?$/.test(sentence))
      .map(countWords);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    const spread = Math.sqrt(lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / lengths.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(42);
    expect(mean).toBeLessThanOrEqual(16);
    expect(spread).toBeGreaterThanOrEqual(4);
  });
});

describe.each([...texts, around])('the words of $name', ({ passages }) => {
  it('promise nothing, blame nobody and fill no space', () => {
    const found = passages
      .flatMap(sentencesOf)
      .filter((text) => AVOIDED.some((words) => words.test(text)) || (PROMISES.test(text) && !DENIAL.test(text)));
    expect(found).toEqual([]);
  });

  it('are typed as a printer would: curly quotes, no doubled space, no hyphen for a dash, no dots for an ellipsis', () => {
    const sloppy = passages.map(({ text }) => text).filter((text) => /["']| {2}|\.\.\.| - |\s[,.;]/.test(text));
    expect(sloppy).toEqual([]);
  });
});

it('no two texts share a sentence', () => {
  const owners = new Map<string, Set<string>>();
  for (const { name, passages } of [...texts, around]) {
    for (const sentence of passages.flatMap(sentencesOf)) {
      const key = sentence.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '');
      if (/[.!?]/.test(sentence) && countWords(key) >= 5) owners.set(key, (owners.get(key) ?? new Set()).add(name));
    }
  }
  const shared = [...owners].filter(([, names]) => names.size > 1).map(([sentence, names]) => ({ sentence, names: [...names] }));
  expect(shared).toEqual([]);
});

it('no article repeats twelve words in a row of another', () => {
  const owners = new Map<string, string>();
  const repeated: string[] = [];
  for (const { name, passages } of texts) {
    for (const { text } of passages) {
      const run = text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
      for (let i = 0; i + 12 <= run.length; i += 1) {
        const key = run.slice(i, i + 12).join(' ');
        const owner = owners.get(key);
        if (owner !== undefined && owner !== name) repeated.push(`${owner} and ${name}: ${key}`);
        owners.set(key, name);
      }
    }
  }
  expect(repeated).toEqual([]);
});
