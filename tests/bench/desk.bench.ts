import { setTimeout as sleep } from 'node:timers/promises';

import type { Browser, BrowserContext, Page } from 'playwright-core';

import { articleInForm } from '../../apps/cms/src/admin/ready-to-publish/article-in-form.ts';
import { articleFindings } from '../../apps/cms/src/editorial/rules/article.ts';
import type { Fields } from '../../apps/cms/src/editorial/rules/fields.ts';
import { targetsOf } from '../../apps/cms/src/editorial/rules/links.ts';
import { readingGrades } from '../../apps/cms/src/editorial/rules/reading-grade.ts';
import { readAvoidedWords } from '../../apps/cms/src/editorial/rules/wording.ts';
import { launchBrowser } from '../support/browser.ts';
import { startClinic, type Clinic } from '../support/clinic.ts';
import { ARTICLE } from '../support/content.ts';
import { signIn } from '../support/sign-in.ts';
import { adminOf, type CallAdmin } from '../support/strapi.ts';

import type { Bench } from './support/bench.ts';
import { noteKeystrokes, recordTyping, type Typing } from './support/main-thread.ts';
import { median, milliseconds, quantile } from './support/statistics.ts';
import { table } from './support/table.ts';

const KEYSTROKES = Number(process.env['KEYSTROKES'] ?? 60);
const SAVES = Number(process.env['SAVES'] ?? 25);
const SLUG = 'ketamine-with-therapy-or-infusions-alone';
/** Longer than the panel waits for another keystroke: each one is judged. */
const PAUSE_MS = 500;
const TIMES = 4;
const articles = `/content-manager/collection-types/${ARTICLE}`;

type Block = Fields & { __component: string; content?: Node[] };
type Node = Fields & { type: string; children: Fields[] };
type Article = Fields & { documentId: string; slug: string; wordCount: number; body: Block[] };

interface Facts {
  siteOrigin: string;
  dead: string[];
  wordsToAvoid: string;
  saved: Parameters<typeof articleInForm>[1];
  sources: Parameters<typeof articleInForm>[2];
}

async function read(admin: CallAdmin, documentId: string): Promise<Article> {
  return ((await admin('GET', `${articles}/${documentId}`)).body as { data: Article }).data;
}

/** The same without the numbers of its rows, so that it can be saved as another. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, one]) => (name === 'id' ? [] : [[name, withoutIds(one)]])));
}

/** The longest article of the demo library, and one that is so many times as long. */
async function longArticles(admin: CallAdmin): Promise<Article[]> {
  const { body } = await admin('GET', `${articles}?filters[slug][$eq]=${SLUG}`);
  const [{ documentId } = { documentId: '' }] = (body as { results: Article[] }).results;
  const longest = await read(admin, documentId);
  const { title, summary, shortAnswer, evidence, keyTakeaways } = withoutIds(longest) as Fields;
  const blocks = withoutIds(longest.body) as Block[];
  const made = await admin('POST', articles, {
    ...{ title, summary, shortAnswer, evidence, keyTakeaways },
    slug: `${SLUG}-at-length`,
    body: Array.from({ length: TIMES }, () => blocks).flat(),
  });
  if (made.status !== 201) throw new Error(`The long article was not saved: ${JSON.stringify(made.body)}`);
  return [longest, await read(admin, (made.body as { data: Article }).data.documentId)];
}

/** The article after one more keystroke in its first paragraph, as a form keeps it: what did not change stays the same. */
function typed(article: Article, key: string): Article {
  const at = article.body.findIndex(({ __component }) => __component === 'body.rich-text');
  const block = article.body[at];
  const content = block?.content ?? [];
  const place = content.findIndex(({ type }) => type === 'paragraph');
  const paragraph = content[place];
  if (!block || !paragraph) throw new Error('The article has no paragraph.');
  const [first = {}, ...rest] = paragraph.children;
  const children = [{ ...first, text: `${String(first['text'])}${key}` }, ...rest];
  return { ...article, body: article.body.with(at, { ...block, content: content.with(place, { ...paragraph, children }) }) };
}

/** What the rules take in Node, keystroke by keystroke. */
async function rulesAlone(admin: CallAdmin, article: Article): Promise<number[]> {
  const question = { documentId: article.documentId, paths: [], sources: [] };
  const facts = (await admin('POST', '/readiness', question)).body as Facts;
  const { siteOrigin, saved, sources } = facts;
  const avoided = readAvoidedWords(facts.wordsToAvoid);
  const took: number[] = [];
  let values = article;
  const judge = () => {
    targetsOf(ARTICLE, values, siteOrigin);
    const form = articleInForm(values, saved, sources);
    articleFindings(form, { siteOrigin, dead: new Set(facts.dead), avoided });
    readingGrades(form);
  };
  // The form has been judged once when it opened.
  judge();
  for (let i = 0; i < KEYSTROKES * 5; i++) {
    values = typed(values, 'words and '[i % 10] ?? '');
    const start = performance.now();
    judge();
    took.push(performance.now() - start);
  }
  return took;
}

/** Leaves the panel out of the admin: the one line of its bundle that makes it. */
async function leavePanelOut(context: BrowserContext): Promise<void> {
  const panel = '{title:"Ready to publish?"';
  await context.route(/\/admin\/strapi-[\w-]+\.js$/, async (route) => {
    const response = await route.fetch();
    const code = await response.text();
    if (!code.includes(panel)) throw new Error('The panel is made otherwise now.');
    await route.fulfill({ response, body: code.replace(panel, ` null&&${panel}`) });
  });
}

class Desk {
  private constructor(
    private readonly browser: Browser,
    private readonly clinic: Clinic,
    readonly page: Page,
    readonly hasPanel: boolean,
  ) {}

  static async open(browser: Browser, clinic: Clinic, hasPanel: boolean): Promise<Desk> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    if (!hasPanel) await leavePanelOut(context);
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    page.on('dialog', (dialog) => void dialog.accept());
    await noteKeystrokes(page);
    await signIn(page, clinic.cmsUrl, clinic.administrator);
    return new Desk(browser, clinic, page, hasPanel);
  }

  async openArticle({ documentId }: Article): Promise<void> {
    await this.page.goto(`${this.clinic.cmsUrl}/admin${articles}/${documentId}`);
    await this.page.locator('input[name="title"]').waitFor();
    await this.page.waitForLoadState('networkidle');
  }

  /** Types into the text of an open article, slowly enough that each keystroke is judged. */
  async type(article: Article): Promise<Typing> {
    await this.openArticle(article);
    await this.page.locator('ol > li h3 button[aria-expanded]').first().click();
    const text = this.page.locator('[data-slate-editor="true"]').first();
    await text.locator('p').first().click();
    await this.page.keyboard.press('End');
    const keys = async (count: number) => {
      for (let i = 0; i < count; i++) {
        await this.page.keyboard.type('words and '[i % 10] ?? '');
        await sleep(PAUSE_MS);
      }
    };
    await keys(8);
    return recordTyping(this.browser, this.page, () => keys(KEYSTROKES));
  }
}

const row = (what: string, values: number[]) => [
  what,
  milliseconds(median(values)),
  milliseconds(quantile(values, 0.95)),
  milliseconds(Math.max(...values)),
];

/** What the panel “Ready to publish?” takes while somebody types. */
async function perKeystroke(desks: Desk[], admin: CallAdmin, say: (line: string) => void): Promise<string[]> {
  const rows: string[][] = [];
  const whole: string[][] = [];
  for (const [i, article] of (await longArticles(admin)).entries()) {
    const name = i === 0 ? 'longest article' : `${TIMES} × as long`;
    rows.push(row(`rules in Node, ${name}`, await rulesAlone(admin, article)));
    say(`Typing in the ${name} …`);
    const totals: number[][] = [];
    for (const desk of desks) {
      const typing = await desk.type(article);
      totals.push(typing.all);
      const judged = typing.within('ready-to-publish');
      const { hasPanel } = desk;
      if (hasPanel ? judged.length < KEYSTROKES * 0.9 : judged.length > 0)
        throw new Error(`${judged.length} of ${KEYSTROKES} keystrokes were judged.`);
      if (hasPanel) rows.push(row(`judging and drawing, ${name}`, judged));
    }
    const [beside = [], alone = []] = totals;
    whole.push([name, milliseconds(median(alone)), milliseconds(median(beside))]);
  }
  return [
    table(['a keystroke in the text', 'median', '95 %', 'most'], rows),
    '',
    table(['all that the tab does for a keystroke', 'without the panel', 'with it'], whole),
  ];
}

const TEXTS = ['It is longer than before, so that what stands below moves down by a line or two on the page.', 'It is short.'];

/** How long after Save the window beside the editor shows what was saved, and how far its reader was moved. */
async function savedAndSeen(desk: Desk, admin: CallAdmin): Promise<string[]> {
  const { body } = await admin('GET', `${articles}?filters[slug][$eq]=${SLUG}`);
  const [article] = (body as { results: Article[] }).results;
  if (!article) throw new Error('The article is gone.');
  await desk.openArticle(article);
  const { page } = desk;
  const [beside] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: 'Open beside' }).click()]);
  await beside.locator('.preview-banner').waitFor();
  const read = beside.locator('main h2').nth(3);
  await read.evaluate((heading: { scrollIntoView: (how: object) => void }) => {
    heading.scrollIntoView({ block: 'center', behavior: 'instant' });
  });
  const place = async () => (await read.boundingBox())?.y ?? 0;
  const before = await place();
  const [took, moved]: [number[], number[]] = [[], []];
  for (let i = 0; i < SAVES; i++) {
    const words = `Save ${i} of many.`;
    await page.locator('textarea[name="shortAnswer"]').fill(`${words} ${TEXTS[i % TEXTS.length] ?? ''}`);
    // At another moment between two looks each time.
    await sleep(600 + ((i * 137) % 300));
    const seen = beside.evaluate<number>(
      `new Promise((resolve) => {
         const look = () => document.body.textContent.includes(${JSON.stringify(words)}) ? resolve(Date.now()) : requestAnimationFrame(look);
         look();
       })`,
    );
    const button = page.getByRole('button', { name: 'Save', exact: true });
    const pressed = await button.evaluate((element: { click: () => void }) => {
      const now = Date.now();
      element.click();
      return now;
    });
    took.push((await seen) - pressed);
    moved.push(Math.abs((await place()) - before));
  }
  return [
    table([`${SAVES} saves`, 'median', '95 %', 'most'], [row('from pressing Save until it is seen', took)]),
    '',
    `What was read in that window moved by at most ${Math.max(...moved).toFixed(1)} pixels.`,
  ];
}

/** What editors wait for: the panel that judges as they type, and the window in which they see what they saved. */
const desk: Bench = async (say) => {
  say('Starting the clinic …');
  const clinic = await startClinic();
  const browser = await launchBrowser();
  try {
    const admin = adminOf(clinic.cmsUrl, clinic.administrator);
    // Strapi lets nobody sign in often.
    const whole = await Desk.open(browser, clinic, true);
    const keystrokes = await perKeystroke([whole, await Desk.open(browser, clinic, false)], admin, say);
    say('Saving …');
    const saves = await savedAndSeen(whole, admin);
    return ['', '“Ready to publish?” (limit: 10 ms)', '', ...keystrokes, '', 'The window beside (limit: 1,000 ms)', '', ...saves];
  } finally {
    await browser.close();
    await clinic.stop();
  }
};

export default desk;
