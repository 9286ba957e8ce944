import { dayInWords } from '../bar/school-time.ts';
import { instantOf } from './london.ts';

/** "Thursday 3 December, 14:00 to 15:00" of two London times to the minute. */
export function whenInWords(start: string, end: string): string {
  const day = dayInWords(instantOf(start));
  if (start.slice(0, 10) === end.slice(0, 10)) return `${day}, ${start.slice(11)} to ${end.slice(11)}`;
  return `${day}, ${start.slice(11)} to ${dayInWords(instantOf(end))}, ${end.slice(11)}`;
}
