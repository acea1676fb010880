import { executionAsyncResource } from 'node:async_hooks';

const kept: object[] = [];

/**
 * Keeps one of Node's ticks alive, and with it the shape that all of them share. Half a dozen ticks take part in every answer. V8 forgets the
 * shape if it collects garbage while none is waiting, as it does while a server starts, and makes each later one five times as slowly.
 */
export function keepTick(): void {
  process.nextTick(() => kept.push(executionAsyncResource()));
}
