import { defineConfig } from 'vitest/config';

const limits = { testTimeout: 20_000, hookTimeout: 60_000, maxWorkers: 2 };
/** Tests that draw in a page or take the place of a module or a global: each file of them is alone. */
const drawn = ['test/ui/**/*.test.{ts,tsx}', 'test/tab/**/*.test.{ts,tsx}'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'plain',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/journeys/**', ...drawn],
          ...limits,
          // They share what they import, which takes more time than they do.
          isolate: false,
        },
      },
      { test: { name: 'drawn', include: drawn, ...limits } },
    ],
  },
});
