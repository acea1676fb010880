import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { pages } from './pages.ts';
import { desk, overflowOf, visitor } from './visit.ts';

const visit = visitor();

/** WCAG 2.2, 1.4.12: what a reader may set without losing anything. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

/** Words that their own box cuts off, and words that lie outside the window's width. */
const lostWords = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('body *')].flatMap((element) => {
    const words = [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim() !== '');
    if (words.length === 0 || !element.checkVisibility({ visibilityProperty: true })) return [];
    const style = getComputedStyle(element);
    // What is only for screen readers is cut off on purpose.
    if (element.closest('.visually-hidden, .skip-link') || style.clipPath !== 'none') return [];
    const cut = ['hidden', 'clip'].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    const cutBelow = ['hidden', 'clip'].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
    const range = document.createRange();
    range.selectNodeContents(words[0]);
    const { right, width } = range.getBoundingClientRect();
    const scrolls = (box) => box !== null && (['auto', 'scroll'].includes(getComputedStyle(box).overflowX) || scrolls(box.parentElement));
    const outside = width > 0 && right > document.documentElement.clientWidth + 1 && !scrolls(element.parentElement);
    return cut || cutBelow || outside ? [element.className + ': ' + element.textContent.trim().slice(0, 40)] : [];
  })`);

describe.each(Object.entries(pages))('%s', (_name, path) => {
  it('loses nothing at four times its size, nor when its text is spaced widely', async () => {
    // A window of 1280 px, enlarged to 400 %.
    const { page, close } = await visit(path, { viewport: { width: 320, height: 256 } });
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    expect(await lostWords(page)).toEqual([]);
    await page.addStyleTag({ content: SPACING }).catch(() => undefined);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 720 });
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      expect(await lostWords(page)).toEqual([]);
    }
    await close();
  });
});

/** Forced colors take all surfaces away: whatever is told apart by one needs an edge. */
describe('in forced colors', () => {
  it.each([pages.home, pages.article, pages.booking, pages.listing, pages.about])(
    '%s: every surface has an edge',
    async (path) => {
      const { page, close } = await visit(path, desk);
      const surfaces = `[...document.querySelectorAll('body *')].filter((element) => {
      const ground = (box) => box === null ? '' : ['rgba(0, 0, 0, 0)', 'transparent'].includes(getComputedStyle(box).backgroundColor)
        ? ground(box.parentElement) : getComputedStyle(box).backgroundColor;
      const { width } = element.getBoundingClientRect();
      return width > 0 && element.checkVisibility() && ground(element) !== ground(element.parentElement);
    })`;
      await page.evaluate(`window.surfaces = ${surfaces}`);
      await page.emulateMedia({ forcedColors: 'active' });
      // Decoration may go, pictures have their own ground, the skip link lies outside the window, and a band is bounded by its card.
      const bare = await page.evaluate<string[]>(`window.surfaces.flatMap((element) => {
      if (element.closest('[aria-hidden], .cover, .skip-link')) return [];
      const edged = (box) => ['Top', 'Bottom', 'Left', 'Right'].some((side) => getComputedStyle(box)['border' + side + 'Style'] !== 'none');
      return edged(element) || edged(element.parentElement) ? [] : [element.tagName + '.' + element.className];
    })`);
      expect([...new Set(bare)]).toEqual([]);
      await close();
    },
  );
});

describe('where motion is unwelcome', () => {
  it('nothing moves', async () => {
    const { page, close } = await visit(pages.article, { ...desk, reducedMotion: 'reduce' });
    const moving = await page.evaluate<string[]>(`[...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(element);
      const long = (durations) => durations.split(',').some((duration) => parseFloat(duration) > 0.01);
      return long(transitionDuration) || (animationName !== 'none' && long(animationDuration)) || scrollBehavior === 'smooth'
        ? [element.tagName + '.' + element.className] : [];
    })`);
    expect([...new Set(moving)]).toEqual([]);
    await close();
  });
});
