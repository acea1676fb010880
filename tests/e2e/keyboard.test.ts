import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { pages } from './pages.ts';
import { desk, phone, visitor } from './visit.ts';

const visit = visitor();

interface Stop {
  /** What has the focus, as tag, address and words. */
  what: string;
  /** Its number among all that can have it, in the order of the document. */
  order: number;
  seen: boolean;
  /** Whether the focus itself can be seen. */
  marked: boolean;
  inView: boolean;
}

/** The element that has the focus; null once it has left the page. */
const focused = (page: Page): Promise<Stop | null> =>
  page.evaluate<Stop | null>(`(() => {
    const element = document.activeElement;
    if (element === null || element === document.body || element === document.documentElement) return null;
    const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')];
    const box = element.getBoundingClientRect();
    // The mark of a link that covers its card is around the card.
    const bearers = [element, element.closest('article')].filter((bearer) => bearer !== null);
    return {
      what: [element.tagName, element.getAttribute('href') ?? '', element.textContent.trim().slice(0, 40)].join(' '),
      order: all.indexOf(element),
      seen: element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 0,
      marked: bearers.map((bearer) => getComputedStyle(bearer))
        .some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2),
      inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  })()`);

const FARTHEST = 600;

async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let i = 0; i < FARTHEST; i++) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop === null) return stops;
    stops.push(stop);
  }
  throw new Error(`The keyboard does not leave the page: ${stops.at(-1)?.what ?? ''}`);
}

describe.each([
  ['on a desk', desk],
  ['on a phone', phone],
])('a walk through a page by keyboard alone, %s', (_where, options) => {
  it.each(['home', 'listing', 'article', 'about', 'glossary', 'booking', 'developers', 'unknown page'] as const)(
    '%s: every stop is seen, in the order of reading, and the page can be left',
    async (name) => {
      const { page, close } = await visit(pages[name], { ...options, javaScriptEnabled: true });
      const stops = await walk(page);
      expect(stops.length).toBeGreaterThan(8);
      expect(stops[0]?.what).toContain('#');
      expect(stops.filter(({ seen, marked, inView }) => !seen || !marked || !inView).map(({ what }) => what)).toEqual([]);
      const order = stops.map((stop) => stop.order);
      expect(order).toEqual([...order].sort((a, b) => a - b));
      await close();
    },
  );
});

describe('the skip link', () => {
  it('leads past the header into the text', async () => {
    const { page, close } = await visit(pages.article, desk);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate<boolean>("document.activeElement.closest('main') !== null")).toBe(true);
    await close();
  });
});

describe('the way from the first page to the clinic', () => {
  it('can be gone by keyboard alone, with scripts switched off', async () => {
    const { page, close } = await visit(pages.home, { ...phone, javaScriptEnabled: false });
    const follow = async (href: RegExp) => {
      for (let i = 0; i < FARTHEST; i++) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate<string | null>("document.activeElement?.getAttribute('href') ?? null");
        if (at === null || !href.test(at)) continue;
        await page.keyboard.press('Enter');
        await page.waitForURL((url) => url.pathname === at);
        return;
      }
      throw new Error(`No stop leads to ${String(href)}`);
    };
    await follow(/^\/articles$/);
    await follow(/^\/articles\/[a-z-]+$/);
    await follow(/^\/book-a-consultation$/);
    expect(await page.locator('main a[href^="tel:"]').count()).toBeGreaterThan(0);
    await close();
  });
});
