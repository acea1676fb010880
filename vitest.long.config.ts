import { defineConfig } from 'vitest/config';

/** Kill loops and big numbers: `pnpm run test:long`. */
export default defineConfig({
  test: {
    name: 'long',
    include: ['tests/long/**/*.test.ts'],
    setupFiles: ['tests/setup/console.ts'],
    globalSetup: ['tests/setup/ready-cms.ts', 'tests/setup/ready-site.ts'],
    testTimeout: 4 * 3_600_000,
    hookTimeout: 180_000,
  },
});
