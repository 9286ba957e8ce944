/** "18 school days left", "1 school day left", "today is the last school day": school days after today up to the last one in time. */
export function timeLeft(left: number): string {
  return left <= 0 ? 'today is the last school day' : `${schoolDays(left)} left`;
}

/** "17 school days late"; before a school day has passed since: "late, no school day since". */
export function timeLate(late: number): string {
  return late <= 0 ? 'late, no school day since' : `${schoolDays(late)} late`;
}

/** "1 school day", "46 school days". */
export function schoolDays(count: number): string {
  return `${count} school ${count === 1 ? 'day' : 'days'}`;
}
