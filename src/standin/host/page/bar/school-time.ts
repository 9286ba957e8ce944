const LONDON = 'Europe/London';
const DAY = 86_400_000;

/** "Tue 24 Nov 08:45" in London, for the clock. */
export function inWords(instant: string): string {
  return format(instant, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

/** "24 Nov 08:50" in London, for a message. */
export function inShort(instant: string): string {
  return format(instant, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

/** "08:50" in London. */
export function timeOfDay(instant: string): string {
  return format(instant, { hour: '2-digit', minute: '2-digit' });
}

/** "Tuesday 24 November" in London. */
export function dayInWords(instant: string): string {
  return format(instant, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** The next 08:45 in London on a Monday to Friday, after this instant. School holidays are not known here. */
export function nextMorning(instant: string): string {
  for (let day = Date.parse(instant); ; day += DAY) {
    const date = new Date(day).toISOString().slice(0, 10);
    const morning = quarterToNine(date);
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && Date.parse(morning) > Date.parse(instant)) return morning;
  }
}

function quarterToNine(date: string): string {
  const winter = new Date(`${date}T08:45:00Z`);
  return timeOfDay(winter.toISOString()) === '08:45'
    ? winter.toISOString()
    : new Date(winter.getTime() - 3_600_000).toISOString();
}

function format(instant: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: LONDON, ...options }).format(new Date(instant)).replace(',', '');
}
