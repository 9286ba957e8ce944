import { defineConfig } from 'vitest/config';

/** Journeys: one at a time, each with its own stand-in and server as real processes. */
export default defineConfig({
  test: {
    include: ['test/journeys/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
