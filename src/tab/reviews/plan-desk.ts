import { type Clash, clashesOf, type PlacedReview } from '../../school/reviews/plan-clash.ts';
import type { PlannedRow, ReviewPlan } from '../../school/reviews/review-plan.types.ts';
import type { Outcome } from '../../ui/api/api.ts';
import type { Slot } from './slot.ts';
import type { WeekItem } from './WeekBlock.tsx';

/** The plan of one school; without a school it is the person's only one. */
export interface DeskPlan {
  readonly school?: string;
  /** "Hillcrest Academy", where several are planned at once. */
  readonly name?: string;
  readonly plan: ReviewPlan;
}

/** A proposed review on the desk, of whichever school. */
export interface DeskRow extends PlannedRow {
  /** Tells reviews of several schools apart. */
  readonly id: string;
  readonly school?: string;
  readonly schoolName?: string;
}

/** A booking that was sent off: it waits until an instant (machine's clock), then everybody is invited. */
export interface Sent {
  readonly school?: string;
  readonly entry: string;
  readonly until: string;
  readonly reviews: readonly string[];
}

/** Reviews that one booking takes along: few enough that a bar moves, and Teams is answered in time. */
const together = 50;

/** Tells a review of one school from one of another. */
export function idOf(school: string | undefined, review: string): string {
  return `${school ?? ''}>${review}`;
}

/** The proposed reviews of all schools, by time. */
export function rowsOf(plans: readonly DeskPlan[]): readonly DeskRow[] {
  return plans
    .flatMap(({ school, name, plan }) =>
      plan.rows.map((row) => ({ ...row, id: idOf(school, row.review), school, schoolName: name })),
    )
    .toSorted((a, b) => a.start.localeCompare(b.start));
}

/** A school's rows, in the order in which the schools come; one group without a name where there is one school. */
export interface DeskGroup {
  readonly school?: string;
  readonly name?: string;
  readonly rows: readonly DeskRow[];
}

/** The rows by school. */
export function groupsOf(plans: readonly DeskPlan[], rows: readonly DeskRow[]): readonly DeskGroup[] {
  return plans
    .map(({ school, name }) => ({ school, name, rows: rows.filter((row) => row.school === school) }))
    .filter(({ rows: of }) => of.length > 0);
}

/** What stands in the way of the rows that somebody moved, by row: reviews of all schools on the desk, and calendars. */
export function clashesIn(
  plans: readonly DeskPlan[],
  rows: readonly DeskRow[],
  moved: Readonly<Record<string, Slot>>,
): ReadonlyMap<string, readonly Clash[]> {
  const proposed = rows.map((row): PlacedReview => {
    const { id, initials, year, school, schoolName, place, staff } = row;
    return { id, pupil: `${initials} ${year}`, school, schoolName, place, staff, ...(moved[id] ?? slotIn(row)) };
  });
  const standing = plans.flatMap(({ school, name, plan }) =>
    plan.standing.map((row): PlacedReview => {
      const { initials, year, staff } = row;
      const own = { id: `${idOf(school, row.review)}|stands`, pupil: `${initials} ${year}` };
      return { ...own, school, schoolName: name, staff, ...slotIn(row) };
    }),
  );
  const busy = plans.flatMap(({ plan }) => plan.busy);
  const all = [...proposed, ...standing];
  const shifted = proposed.filter(({ id }) => moved[id] !== undefined);
  return new Map(shifted.map((one) => [one.id, clashesOf(one, all, busy)]));
}

const slotIn = ({ start, end }: Slot): Slot => ({ start, end });

/** What the week shows: proposed reviews where they now are, and those that are booked already. */
export function weekOf(
  plans: readonly DeskPlan[],
  rows: readonly DeskRow[],
  slotOf: (row: DeskRow) => Slot,
  clashes: ReadonlyMap<string, readonly Clash[]> = new Map(),
): readonly WeekItem[] {
  const proposed = rows.map((row): WeekItem => {
    const slot = slotOf(row);
    return {
      key: row.id,
      ...slot,
      pupil: `${row.initials} ${row.year}`,
      where: [whereOf(row), row.schoolName].filter(Boolean).join(', '),
      people: row.staff,
      travelMinutes: row.travelMinutes,
      fixed: false,
      moved: slot.start !== row.start || slot.end !== row.end,
      clash: (clashes.get(row.id) ?? []).map(({ says }) => says).join(' ') || undefined,
    };
  });
  const standing = plans.flatMap(({ school, plan }) =>
    plan.standing.map(
      ({ review, initials, year, staff, start, end }): WeekItem => ({
        key: `${idOf(school, review)}|stands`,
        start,
        end,
        pupil: `${initials} ${year}`,
        people: staff,
        travelMinutes: 0,
        fixed: true,
        moved: false,
      }),
    ),
  );
  return [...proposed, ...standing];
}

/** Of the rows those whose review does not stand in the calendar yet. */
export function notStanding(plans: readonly DeskPlan[], rows: readonly DeskRow[]): readonly DeskRow[] {
  const stands = new Set(plans.flatMap(({ school, plan }) => plan.standing.map(({ review }) => idOf(school, review))));
  return rows.filter(({ id }) => !stands.has(id));
}

/** "online", "at Hill Farm", "at school". */
export function whereOf({ online, place }: Pick<PlannedRow, 'online' | 'place'>): string {
  if (online) return 'online';
  return place === undefined ? 'at school' : `at ${place}`;
}

/** Bookings as they are sent one after another: each of one school, and of not too many reviews. */
export function batches(rows: readonly DeskRow[]): readonly (readonly DeskRow[])[] {
  const bySchool = new Map<string, DeskRow[]>();
  for (const row of rows) bySchool.set(row.school ?? '', [...(bySchool.get(row.school ?? '') ?? []), row]);
  return [...bySchool.values()].flatMap((of) =>
    Array.from({ length: Math.ceil(of.length / together) }, (_, nth) => of.slice(nth * together, (nth + 1) * together)),
  );
}

/** What `book-reviews` is given for these rows; so many bookings of the same press follow. */
export function bookingOf(
  rows: readonly DeskRow[],
  slotOf: (row: DeskRow) => Slot,
  clashes: ReadonlyMap<string, readonly Clash[]>,
  followedBy: number,
): object {
  const reviews = rows.map((row) => {
    const elsewhere = (clashes.get(row.id) ?? []).flatMap(({ without }) => without ?? []);
    return {
      review: row.review,
      ...slotOf(row),
      ...(row.place === undefined ? {} : { place: row.place }),
      online: row.online,
      without: [...row.without, ...elsewhere],
    };
  });
  return { ...(rows[0]?.school === undefined ? {} : { school: rows[0].school }), reviews, followedBy };
}

/** What kept a booking back: sentences by row, or one for all. */
export function troublesIn(
  outcome: Outcome,
  rows: readonly DeskRow[],
): { readonly byRow: Readonly<Record<string, string>>; readonly says: string } {
  if (outcome.kind === 'problems') {
    const byRow = outcome.problems.flatMap(({ field, says }) => {
      const row = rows[Number(/^reviews\.(\d+)/.exec(field)?.[1] ?? -1)];
      return row ? [[row.id, says] as const] : [];
    });
    const says = byRow.length > 0 ? '' : outcome.problems.map((problem) => problem.says).join(' ');
    return { byRow: Object.fromEntries(byRow), says };
  }
  if (outcome.kind === 'trouble') return { byRow: {}, says: outcome.trouble.says };
  if (outcome.kind === 'refused') return { byRow: {}, says: outcome.findings.map(({ says }) => says.staff).join(' ') };
  return { byRow: {}, says: '' };
}
