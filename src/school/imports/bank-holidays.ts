import { z } from 'zod';
import type { ImportTable } from './read-table.ts';

const published = z.object({
  'england-and-wales': z.object({ events: z.array(z.object({ title: z.string(), date: z.string() })).min(1) }),
});

/**
 * The bank holidays as GOV.UK publishes them (gov.uk/bank-holidays.json), England and Wales, as lines of the calendar;
 * `undefined` where the text is something else.
 */
export function bankHolidaysIn(text: string): ImportTable | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  const read = published.safeParse(parsed(text));
  if (!read.success) return undefined;
  const { events } = read.data['england-and-wales'];
  return {
    headings: ['Kind', 'Name', 'First day'],
    rows: events.map(({ title, date }, at) => ({ line: at + 2, cells: ['BankHoliday', title, date] })),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
