import type { PlacementLine } from '../../school/placements/placements.types.ts';

/** "Tue AM 09:15–12:15, Thu PM 13:00–15:00 (week A)". */
export function weekInWords(week: PlacementLine['week']): string {
  return week
    .map(({ day, session, start, end, weekPattern }) => {
      const weeks = weekPattern === 'Every' ? '' : ` (week ${weekPattern})`;
      return `${day.slice(0, 3)} ${session} ${start}–${end}${weeks}`;
    })
    .join(', ');
}
