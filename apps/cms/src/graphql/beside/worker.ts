import { AsyncLocalStorage } from 'node:async_hooks';
import { parentPort, workerData } from 'node:worker_threads';

import createKnex from 'knex';

import { joinHistory } from '../../changes/history';
import type { Transaction } from '../../publishing/turn';
import { executing, type Executed } from '../execute';
import { Refusal, type WrittenRefusal } from '../guard/refusal';
import { judging, writtenText, type Judgment } from '../judge';

import { warmUp } from './warm-up';

/** What the thread that answers strangers is given. */
export interface Setting {
  client: 'sqlite' | 'postgres';
  connection: object;
  history: string;
}

const { client, connection, history } = workerData as Setting;
const isEmbedded = client === 'sqlite';
const knex = createKnex({
  client: isEmbedded ? 'better-sqlite3' : 'pg',
  connection: isEmbedded ? { ...connection, options: { readonly: true } } : connection,
  useNullAsDefault: isEmbedded,
  pool: { min: 0, max: isEmbedded ? 1 : 2 },
});

/** The present question, in the place of the present request. */
const present = new AsyncLocalStorage<object>();

// As much of Strapi as answering needs: a whole one would take a second place to write from, and a hundred times the time to start.
Object.assign(globalThis, {
  strapi: {
    db: {
      connection: knex,
      dialect: { client },
      inTransaction: () => false,
      transaction: (work: (scope: { trx: Transaction }) => Promise<unknown>) => knex.transaction((trx) => work({ trx: trx })),
    },
    requestContext: { get: () => present.getStore() },
    log: { error: (message: string) => parentPort?.postMessage(message) },
  },
});

joinHistory(history);
const execute = executing();
const judged = judging();

/** Judges a request by its text. */
export function judge(text: string): Judgment | WrittenRefusal {
  try {
    const { units, price, key } = judged(text);
    return { units, price, key };
  } catch (error) {
    if (error instanceof Refusal) return error.toWritten();
    throw error;
  }
}

/** Answers a request that was found acceptable. */
export async function answer(text: string): Promise<Executed> {
  const { document, variables } = judged(text);
  return present.run({}, async () => execute(document, variables));
}

// Whatever fails here is told to whoever asks for it.
void warmUp(async (body) => (await answer(writtenText(body))).text).catch(() => undefined);
