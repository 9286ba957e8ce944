import loadHighs from 'highs';
import { candidatesOf } from '../../../school/reviews/planner/candidates.ts';
import { groupsOf } from '../../../school/reviews/planner/plan-reviews.ts';
import type { PlannerInput, ProposedSlot } from '../../../school/reviews/planner/planner.types.ts';
import { timeOf } from '../../../school/reviews/planner/time-of-day.ts';
import { layOut } from '../../../school/reviews/planner/workings.ts';
import { type ExactProgram, exactProgram } from './exact-program.ts';

/** The best plan there is, and what it took. */
export interface ExactPlan {
  readonly slots: readonly ProposedSlot[];
  /** Time in HiGHS alone, its reading of the program included; writing the program is not counted. */
  readonly milliseconds: number;
  /** Programs solved: one for each group of schools that share anybody. */
  readonly programs: number;
  /** Yes-or-no decisions in all programs. */
  readonly decisions: number;
  /** Programs that HiGHS did not prove solved within `seconds`. */
  readonly unproved: number;
}

/**
 * Solves the input to the optimum with HiGHS, group by group where schools share nobody. A program may take so many
 * seconds; one that is not solved by then is counted as unproved and its best plan so far stands.
 */
export async function solveExactly(input: PlannerInput, seconds: number): Promise<ExactPlan> {
  const highs = await loadHighs();
  const workings = layOut(input);
  for (const meeting of workings.meetings) meeting.candidates = candidatesOf(workings, meeting);
  const groups = groupsOf(workings.meetings);
  const slots: ProposedSlot[] = [];
  let milliseconds = 0;
  let decisions = 0;
  let unproved = 0;
  for (const group of groups) {
    const program = exactProgram(workings, group);
    const start = performance.now();
    const solution = highs.solve(program.text, {
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: 1e-4,
      time_limit: seconds,
    });
    milliseconds += performance.now() - start;
    decisions += program.choices.length + program.attendances.length;
    if (solution.Status !== 'Optimal') unproved += 1;
    const chosen = new Set(
      Object.entries(solution.Columns).flatMap(([name, column]) =>
        'Primal' in column && (column.Primal ?? 0) > 0.5 ? [name] : [],
      ),
    );
    slots.push(...slotsOf(workings.days, program, chosen));
  }
  return { slots, milliseconds, programs: groups.length, decisions, unproved };
}

function slotsOf(days: readonly string[], program: ExactProgram, chosen: ReadonlySet<string>): readonly ProposedSlot[] {
  const coming = program.attendances.filter(({ name }) => chosen.has(name));
  return program.choices
    .filter(({ name }) => chosen.has(name))
    .map(({ meeting, slot, room }) => ({
      review: meeting.review.review,
      day: days[slot.day] ?? '',
      start: timeOf(slot.start),
      end: timeOf(slot.end),
      place: slot.place,
      room: room?.id,
      people: [
        ...meeting.people,
        ...coming.filter((one) => one.meeting === meeting && one.slot === slot).map(({ person }) => person),
      ].map(({ id }) => id),
    }));
}
