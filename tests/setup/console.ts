import { beforeEach, vi } from 'vitest';

// A surprise on the console is a failure: what nobody expected, nobody reads.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...args: unknown[]) => {
    throw new Error(`console.error in a test: ${args.map(String).join(' ')}`);
  });
});
