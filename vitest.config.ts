import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const setupFiles = ['tests/setup/console.ts'];

/** A suite that runs real servers: it may take its time, and starts from a prepared CMS, site or both. Groups run one after the other. */
function suite(name: string, globalSetup: string[] = [], groupOrder = 0): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      exclude: ['**/*.long.test.ts'],
      setupFiles,
      globalSetup,
      testTimeout: 30_000,
      hookTimeout: 180_000,
      sequence: { groupOrder },
    },
  };
}

/** Every suite by name: `vitest --project unit`. What each holds is told in tests/README.md. */
export default defineConfig({
  test: {
    // Servers wait more than they work: two files at a time fill two cores.
    maxWorkers: 2,
    // What a test that passes wrote is of no interest.
    silent: 'passed-only',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'apps/*/{src,app,server}/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          setupFiles: [...setupFiles, 'tests/setup/data-dir.ts'],
        },
      },
      suite('contract'),
      suite('cms', ['tests/setup/ready-cms.ts']),
      suite('postgres', ['tests/setup/compiled-cms.ts']),
      suite('web', ['tests/setup/ready-site.ts']),
      suite('faults', ['tests/setup/ready-cms.ts', 'tests/setup/ready-site.ts']),
      suite('e2e', ['tests/setup/clinic.ts'], 1),
      suite('start', ['tests/setup/ready-cms.ts', 'tests/setup/ready-site.ts'], 2),
      // Compiles the CMS anew, in its place.
      suite('dev', ['tests/setup/ready-cms.ts', 'tests/setup/ready-site.ts'], 3),
    ],
  },
});
