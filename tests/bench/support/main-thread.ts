import type { Browser, Page } from 'playwright-core';

const KEY = 'bench-key';

interface TraceEvent {
  name: string;
  cat: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
}

interface Task {
  from: number;
  to: number;
  /** What the thread worked, without the time in which it had no core. */
  worked: number;
}

/** What a page's main thread worked while somebody typed, in milliseconds, one number for each keystroke. */
export interface Typing {
  /** All of it, until the next keystroke. */
  all: number[];
  /** The tasks in which something was measured under a name (`performance.measure`), whole. */
  within: (name: string) => number[];
}

/** Notes each keystroke in the page's own record. */
export async function noteKeystrokes(page: Page): Promise<void> {
  await page.addInitScript(`addEventListener('keydown', () => performance.mark('${KEY}'), true)`);
}

/** Records what the main thread of a page does during `work`. Keystrokes have to be noted; see {@link noteKeystrokes}. */
export async function recordTyping(browser: Browser, page: Page, work: () => Promise<void>): Promise<Typing> {
  const categories = ['disabled-by-default-devtools.timeline', 'blink.user_timing'];
  await browser.startTracing(page, { categories });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };

  const keys = traceEvents.filter(({ name }) => name === KEY);
  const [{ pid, tid } = { pid: 0, tid: 0 }] = keys;
  const tasks: Task[] = traceEvents
    .filter((event) => event.name === 'RunTask' && event.pid === pid && event.tid === tid)
    .map(({ ts, dur = 0, tdur = dur }) => ({ from: ts, to: ts + dur, worked: tdur }));
  const lasting = (some: readonly Task[]) => some.reduce((sum, { worked }) => sum + worked / 1_000, 0);
  const around = (moment: number) => tasks.filter(({ from, to }) => from <= moment && moment <= to);

  return {
    all: keys.map(({ ts }, i) => {
      const next = keys[i + 1]?.ts ?? Infinity;
      return lasting(tasks.filter(({ from, to }) => to >= ts && from < next));
    }),
    within: (wanted) =>
      traceEvents.filter(({ name, ph }) => name === wanted && ph === 'e').map(({ ts }) => lasting(around(ts).slice(0, 1))),
  };
}
