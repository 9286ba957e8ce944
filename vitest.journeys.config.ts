import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Journeys that wait longest, longest first: begun last, each would leave the machine idle at the end. */
const longest = [
  'killed-between-requests',
  'visits-in-outlook',
  'visits-in-trouble',
  'booking-killed',
  'throttled-morning',
  'clock-change-week',
  'booking',
  'attendance-over-http',
  'minutes',
  'import-at-the-command-line',
  'provisioning',
].map((name) => `/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((name) => moduleId.endsWith(name));
      return found === -1 ? longest.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

/** Journeys: each with its own stand-in and server as real processes. */
export default defineConfig({
  test: {
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: 'test/journeys/world/furnish.ts',
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Three at a time on two cores: each has ports of its own; more of them make presses time out on a slow machine.
    maxWorkers: 3,
  },
});
