import { setTimeout as sleep } from 'node:timers/promises';

import { createParser, type EventSourceMessage } from 'eventsource-parser';
import * as v from 'valibot';

import { openChangeStream, readChanges, type Change, type ChangePart } from '#app/content/changes.server.ts';
import { ContentError } from '#app/content/content-error.ts';
import { log } from '#app/http/log.server.ts';

/** The stream shows every ten seconds that it is alive. */
const SILENCE_MS = 15_000;
const RETRY_MS = { least: 250, most: 3_000 };
/** Whatever happens to the stream, nothing stays unknown for longer than this and one answer. */
const POLL_MS = 8_000;

/** Where what is read of the feed goes. */
export interface Follower {
  cursor: () => string | null;
  take: (changes: ChangePart['changes'], cursor: string) => void;
}

const changeSchema = v.object({
  action: v.picklist(['published', 'updated', 'moved', 'withdrawn']),
  type: v.string(),
  slug: v.nullable(v.string()),
});

/**
 * Follows the CMS's change feed: its stream, which is opened again whenever it breaks, and as a safety net a question every few seconds.
 * Nothing is skipped: both read on from the cursor.
 * @returns how to stop, at once
 */
export function followChanges(follower: Follower): () => void {
  const stop = new AbortController();
  void followStream(follower, stop.signal);
  void poll(follower, stop.signal);
  return () => {
    stop.abort();
  };
}

async function followStream(follower: Follower, stopped: AbortSignal): Promise<void> {
  let wait = RETRY_MS.least;
  let told: string | null = null;
  while (!stopped.aborted) {
    const begun = performance.now();
    const reason = await readStream(follower, stopped).catch((error: unknown) => String(error));
    // Once for each reason: whoever is away for hours does not fill the log.
    if (reason !== told && !isOver(stopped)) log.info('change stream ended', { reason });
    told = reason;
    wait = performance.now() - begun > RETRY_MS.most ? RETRY_MS.least : Math.min(wait * 2, RETRY_MS.most);
    await pause(wait * (0.5 + Math.random() / 2), stopped);
  }
}

/** Reads the stream until it ends. @returns why it did */
async function readStream({ cursor, take }: Follower, stopped: AbortSignal): Promise<string> {
  const over = new AbortController();
  const signal = AbortSignal.any([stopped, over.signal]);
  const response = await openChangeStream(cursor(), signal);
  if (response.status !== 200 || !response.body) {
    over.abort();
    return `status ${response.status}`;
  }
  let events: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => events.push(event), maxBufferSize: 1_000_000 });
  const watchdog = setTimeout(() => {
    over.abort(new Error('silence'));
  }, SILENCE_MS);
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
      watchdog.refresh();
      parser.feed(decoder.decode(chunk, { stream: true }));
      takeAll(events, take);
      events = [];
    }
    return 'the CMS closed it';
  } finally {
    clearTimeout(watchdog);
    over.abort();
  }
}

/** What arrived together is taken together. */
function takeAll(events: readonly EventSourceMessage[], take: Follower['take']): void {
  const last = events.at(-1)?.id;
  if (last === undefined) return;
  take(events.some(({ event }) => event === 'restart') ? 'everything' : events.flatMap(toChange), last);
}

function toChange({ event, data }: EventSourceMessage): Change[] {
  if (event !== 'change') return [];
  const { action, type, slug } = v.parse(changeSchema, JSON.parse(data));
  return [{ action, kind: type, key: slug }];
}

async function poll({ cursor, take }: Follower, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    await pause(POLL_MS, stopped);
    try {
      for (let hasMore = true; hasMore && !isOver(stopped);) {
        const after = cursor();
        if (after === null) break;
        const part = await readChanges(after);
        hasMore = part.hasMore;
        // Where the stream was faster, it goes on by itself.
        if (cursor() === after && part.cursor !== after) take(part.changes, part.cursor);
      }
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
    }
  }
}

async function pause(ms: number, stopped: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: stopped, ref: false }).catch(() => undefined);
}

/** Asked where it may have changed since it was asked last. */
function isOver({ aborted }: AbortSignal): boolean {
  return aborted;
}
