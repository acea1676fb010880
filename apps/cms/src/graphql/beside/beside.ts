import path from 'node:path';

import type { Core } from '@strapi/strapi';
import { Piscina } from 'piscina';

import { historyId } from '../../changes/history';
import { databaseSettings } from '../../database/settings';
import { env } from '../../env';
import { busy } from '../clients/crowd';
import type { Executed } from '../execute';
import { ReadRefusal, Refusal, type WrittenRefusal } from '../guard/refusal';
import type { Judgment } from '../judge';

import type { Setting } from './worker';

/** Longer takes no question within the limits, unless something is wrong. */
const MOST_MS = 10_000;

/** So many may wait for the thread. */
const MOST_WAITING = 200;

/** The thread's memory for what is new; it makes little that lives long. */
const YOUNG_MB = 8;

/** Where there are fewer processors than there is to do, all else comes first. */
const NICENESS = 10;

const opened = new WeakMap<Core.Strapi, Piscina<string>>();

/**
 * Starts the thread in which questions of strangers are judged and answered, so that however they ask, the thread that serves the site,
 * registered apps and editors is free. It reads from the database by a connection of its own that cannot write. It starts when there is
 * somebody to ask: before that, `strapi develop` compiles everything anew, and for a while there is nothing that a thread could load.
 */
export function startBeside(strapi: Core.Strapi): void {
  strapi.server.httpServer.once('listening', () => {
    start(strapi);
  });
}

function start(strapi: Core.Strapi): void {
  const { client, connection } = databaseSettings(env()).connection;
  const pool = new Piscina<string>({
    filename: path.join(__dirname, 'worker.js'),
    minThreads: 1,
    maxThreads: 1,
    maxQueue: MOST_WAITING,
    niceIncrement: NICENESS,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    workerData: { client, connection, history: historyId() } as Setting,
  });
  pool.on('message', (message) => {
    strapi.log.error(String(message));
  });
  // Told to nobody, it would end the CMS.
  pool.on('error', (error) => {
    strapi.log.error(`The thread that answers strangers failed: ${String(error)}`);
  });
  opened.set(strapi, pool);
}

export async function stopBeside(strapi: Core.Strapi): Promise<void> {
  await opened.get(strapi)?.destroy();
  opened.delete(strapi);
}

/**
 * Judges a stranger's request by its text, in the other thread.
 * @throws {Refusal} if it may not be asked, or too many wait
 */
export async function judgeBeside(strapi: Core.Strapi, text: string): Promise<Judgment> {
  const judgment = await run<Judgment | WrittenRefusal>(strapi, 'judge', text);
  if ('status' in judgment) throw new ReadRefusal(judgment);
  return judgment;
}

/**
 * Answers a stranger's request that was found acceptable, in the other thread.
 * @throws {Refusal} if that takes too long, or too many wait
 */
export function answerBeside(strapi: Core.Strapi, text: string): Promise<Executed> {
  return run<Executed>(strapi, 'answer', text);
}

async function run<T>(strapi: Core.Strapi, name: 'judge' | 'answer', text: string): Promise<T> {
  const pool = opened.get(strapi);
  if (!pool) throw new Refusal(503, 'STARTING', 'The CMS is starting. Try again in a moment.', { retryAfter: 1 });
  if (pool.queueSize >= MOST_WAITING) throw busy(1);
  const signal = AbortSignal.timeout(MOST_MS);
  try {
    return (await pool.run(text, { name, signal })) as T;
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Refusal(503, 'TOO_SLOW', 'This took too long to answer. Ask for less at once.', { retryAfter: 5 });
  }
}
