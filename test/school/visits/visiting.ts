import { momentOf } from '../../../src/school/moment.ts';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { itemsOf, visitItems } from '../../../src/school/visits/visit-items.ts';
import { pupil, type Rows, staff } from '../facts.ts';
import { farm, knownTo, placement } from '../knowing.ts';

type Row = Readonly<Record<string, unknown>>;

/** Who holds which role in the trial school, the one who asks (`person-1`) among them. */
export const people = [
  ...staff,
  { ...staff[0], key: 'head', person: 'p-head', personName: 'Sam Head', role: 'head' },
  { ...staff[0], key: 'person-1', person: 'person-1', personName: 'Robin Example', role: 'visitor' },
];

/** The farm, a non-school in use since 5 January 2026, and what the test is about. */
export const atFarm = (more: Rows = {}): Rows => ({ ...farm, pupil: [pupil], roleAssignment: people, ...more });

/** A visit to the farm, planned for 12 May 2026 unless said. */
export function visit(more: Row = {}): Row {
  return {
    key: 'vi-1',
    provider: 'pr-farm',
    site: 'si-farm',
    kind: 'Visit',
    announced: false,
    stage: 'Planned',
    plannedFor: '2026-05-12',
    visitor: 'person-1',
    visitorName: 'Robin Example',
    ...more,
  };
}

/** Every question of a kind of visit answered with yes and a note. */
export function answersFor(
  kind: 'Visit' | 'Phone' = 'Visit',
): Readonly<Record<string, { answer: 'Yes'; note: string }>> {
  return Object.fromEntries(itemsOf(kind).map((name) => [name, { answer: 'Yes' as const, note: `About ${name}` }]));
}

/** A visit that was made on a day, with every question answered and the report shared. */
export function made(date: string, more: Row = {}): Row {
  const answers = Object.entries(answersFor()).flatMap(([name, { answer, note }]) => [
    [name, answer],
    [visitItems[name as keyof typeof visitItems].note, note],
  ]);
  const whole = { stage: 'Done', plannedFor: date, date, judgement: 'Good', reportSharedOn: date };
  return visit({ key: `vi-${date}`, ...Object.fromEntries(answers), ...whole, ...more });
}

/** What is known at half past nine on a day by somebody in these roles. */
export const knownOn = (day: string, rows: Rows, roles: readonly Role[] = ['ap-leader']) =>
  knownTo(roles, atFarm(rows), momentOf(`${day}T09:30:00Z`));

/** A second placement at the farm, of another pupil. */
export const second = placement('pl-2', { pupil: 'pu-2' });
