import { describe, expect, it } from 'vitest';
import { seeded } from '../../../src/provision/scenarios/demonstration/history/usual.ts';
import { actions } from '../../../src/school/actions.ts';
import { momentOf } from '../../../src/school/moment.ts';
import { theClock } from '../../../src/school/roles.ts';
import { derbyshire } from '../derbyshire.ts';
import { mark, pupil, type Rows, staff } from '../facts.ts';
import { farm, knownTo, placement, slot } from '../knowing.ts';

const present = new Set(['AttendedOnTime', 'AttendedLate', 'LeftEarly', 'SentHome']);
const presentCodes = new Set(['/', '\\', 'L', 'B', 'K', 'P', 'V', 'W', 'D']);
const rounds = Object.values(actions).filter((action) => action.roles.includes('clock'));
const statuses = ['NotReported', 'AbsentNoReason', 'AttendedOnTime', 'ProviderClosed', undefined] as const;

/** A school of twelve pupils, each with some of the week, some marked and some silent. */
function schoolOf(roll: () => number): Rows {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(roll() * from.length)] as T;
  const ids = Array.from({ length: 12 }, (_, nth) => nth + 1);
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
  const basis = () => pick(['OSD_s29A', 'LA_s19', 'FLEXI', 'ONSITE_AP']);
  return {
    ...farm,
    roleAssignment: staff,
    pupil: ids.map((id) => ({ ...pupil, key: `pu-${id}`, socialWorker: pick(['None', 'CP']) })),
    placement: ids.map((id) =>
      placement(`pl-${id}`, { pupil: `pu-${id}`, legalBasis: basis(), dualRegistered: roll() < 0.2 }),
    ),
    scheduleSlot: ids.flatMap((id) =>
      days
        .filter(() => roll() < 0.7)
        .map((day) =>
          slot(`sl-${id}-${day}`, `pl-${id}`, day, pick(['AM', 'PM'] as const), {
            place: pick(['Site', 'Home', 'School']),
          }),
        ),
    ),
    attendance: ids.flatMap((id) => {
      const providerStatus = pick(statuses);
      if (!providerStatus) return [];
      const key = `pl-${id}|2026-05-12|am`;
      return [{ ...mark('2026-05-12', 'AM', { providerStatus }), key, placement: `pl-${id}`, pupil: `pu-${id}` }];
    }),
    setting: [{ key: 'lastClosedDay', value: '2026-05-06' }],
  };
}

describe('nobody becomes present by silence (design: never present by silence)', () => {
  it('has rounds to try', () => {
    expect(rounds.map((action) => action.name)).toContain('close-day');
  });

  it.each(Array.from({ length: 40 }, (_, seed) => seed))('whatever the school and the hour (%i)', (seed) => {
    const roll = seeded(seed);
    const rows = schoolOf(roll);
    const hour = String(7 + Math.floor(roll() * 12)).padStart(2, '0');
    const now = momentOf(`2026-05-12T${hour}:40:00Z`);
    const known = { ...knownTo([], rows, now, derbyshire), by: theClock, via: 'Round' as const };
    for (const action of rounds) {
      const decision = action.attempt(known, {});
      if (!('changes' in decision)) continue;
      for (const change of decision.changes) {
        if (change.kind !== 'save' || change.record !== 'attendance') continue;
        const { providerStatus, code, suggestedCode } = change.values;
        expect(present.has(providerStatus ?? ''), `${action.name} wrote ${providerStatus}`).toBe(false);
        expect(presentCodes.has(code ?? ''), `${action.name} wrote ${code}`).toBe(false);
        expect([action.name, code, suggestedCode]).toEqual([action.name, undefined, undefined]);
      }
    }
  });

  it('…and the end of the day does write that nobody reported', () => {
    const now = momentOf('2026-05-12T18:00:00Z');
    const rows = { ...farm, pupil: [pupil], setting: [{ key: 'lastClosedDay', value: '2026-05-11' }] };
    const decision = actions['close-day']?.attempt({ ...knownTo([], rows, now), by: theClock }, {});
    expect(decision).toMatchObject({
      changes: [{ values: { providerStatus: 'NotReported' } }, { key: 'lastClosedDay' }],
    });
  });
});
