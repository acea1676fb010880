import { setTimeout as sleep } from 'node:timers/promises';

import lighthouse, { type Result } from 'lighthouse';

import { launchBrowser } from '../support/browser.ts';
import { startClinic } from '../support/clinic.ts';
import { freePort } from '../support/ports.ts';

import type { Bench } from './support/bench.ts';
import { median, milliseconds } from './support/statistics.ts';
import { table } from './support/table.ts';

const SETTLE_MS = 25_000;
const ROUNDS = Number(process.env['ROUNDS'] ?? 5);

const pages = {
  home: '/',
  listing: '/articles',
  article: '/articles/ketamine-with-therapy-or-infusions-alone',
  search: '/search',
  about: '/about',
};
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Pages by Lighthouse, as it judges them on a phone under its own throttling: the median of several visits, each with an empty cache. */
const bench: Bench = async (say) => {
  const clinic = await startClinic();
  // As on a site that has stood for a while: everything made, and compressed as well as can be.
  await sleep(SETTLE_MS);
  const port = await freePort();
  const browser = await launchBrowser(`--remote-debugging-port=${port}`);
  const rows: string[][] = [];
  const remarks: string[] = [];
  try {
    for (const [name, path] of Object.entries(pages)) {
      const visits: Result[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const result = await lighthouse(`${clinic.siteUrl}${path}`, {
          port,
          logLevel: 'silent',
          onlyCategories: [...categories],
        });
        if (!result) throw new Error(`Lighthouse had nothing to say of ${path}.`);
        visits.push(result.lhr);
      }
      const figure = (of: (lhr: Result) => number | null | undefined) => median(visits.map((lhr) => of(lhr) ?? 0));
      const value = (id: string) => figure((lhr) => lhr.audits[id]?.numericValue);
      rows.push([
        name,
        ...categories.map((id) => (figure((lhr) => lhr.categories[id]?.score) * 100).toFixed(0)),
        milliseconds(value('largest-contentful-paint')),
        value('cumulative-layout-shift').toFixed(3),
        milliseconds(value('total-blocking-time')),
        `${(value('total-byte-weight') / 1_000).toFixed(0)} kB`,
      ]);
      remarks.push(...new Set(visits.flatMap((lhr) => shortcomings(lhr).map((words) => `${name}: ${words}`))));
      say(`${name} done`);
    }
  } finally {
    await browser.close();
    await clinic.stop();
  }
  const headings = ['', 'performance', 'accessibility', 'best practices', 'SEO', 'LCP', 'CLS', 'blocked', 'bytes'];
  return ['', table(headings, rows), '', ...(remarks.length > 0 ? ['What cost points at least once:', ...remarks] : [])];
};

/** What kept a visit from full marks, in Lighthouse's words. */
function shortcomings({ categories: judged, audits }: Result): string[] {
  return Object.values(judged).flatMap(({ auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id];
      return weight > 0 && audit?.score != null && audit.score < 0.9 ? [`${audit.title} (${id})`] : [];
    }),
  );
}

export default bench;
