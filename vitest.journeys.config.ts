import { defineConfig } from 'vitest/config';

/** Journeys: each with its own stand-in and server as real processes. */
export default defineConfig({
  test: {
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: 'test/journeys/world/furnish.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Eight at a time on two cores: each has ports of its own, and mostly waits (twenty seconds for each undo).
    maxWorkers: 8,
  },
});
