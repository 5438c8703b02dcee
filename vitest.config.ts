// How tests run: four projects, sized for a machine with two cores. Nothing is tried twice: a test that sometimes fails is a failure.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default'],
    projects: [
      {
        // Pure rooms, content and the house itself: no servers, no network.
        test: { name: 'unit', include: ['tests/{engine,processes,house}/**/*.test.{ts,tsx}'], testTimeout: 20_000, hookTimeout: 20_000 },
      },
      {
        // Real PostgreSQL, Redis and HTTP servers, thrown away afterwards.
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Parts of pages that need no browser.
        test: {
          name: 'pages',
          include: ['tests/modeler-ui/**/*.test.{ts,tsx}'],
          exclude: ['**/*.browser.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        // The built pages on the built server in headless Chromium: one at a time, after the others.
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
