import { describe, expect, it } from 'vitest';
import { trustOf } from '../../src/provision/scenarios/trust/trust.ts';
import { upnTrouble } from '../../src/school/pupils/upn.ts';

const find = async (id: string) => ({ id, name: `Person ${id.slice(-4)}`, mail: `${id.slice(-4)}@trust.example` });

describe('the trust', () => {
  it('has thirty schools unless a smaller one is asked for, each with a key and site of its own', () => {
    expect(trustOf().schools).toHaveLength(30);
    expect(trustOf({ schools: 2 }).schools.map(({ key, site }) => [key, site.slice(-2)])).toEqual([
      ['sch-01', '01'],
      ['sch-02', '02'],
    ]);
  });

  it('has forty placements of five sessions a week and a school year of marks in every school', async () => {
    const [first, second] = trustOf({ schools: 2 }).schools;
    const [one, two] = [await first?.records(find), await second?.records(find)];
    const count = (record: string) => one?.filter((each) => each.record === record).length ?? 0;
    expect([count('placement'), count('scheduleSlot'), count('pupil')]).toEqual([40, 200, 40]);
    expect(count('attendance')).toBeGreaterThan(40 * 5 * 38);
    const marks = one?.filter(({ record }) => record === 'attendance') ?? [];
    expect(marks.filter(({ values }) => values.code === undefined)).toEqual([]);
    expect(new Set(marks.map(({ key }) => key)).size).toBe(marks.length);
    const officers = (all: typeof one) =>
      new Set(all?.flatMap(({ record, values }) => (record === 'attendance' ? [values.reportedBy] : [])));
    expect([...officers(one)]).toEqual(['b1000000-0000-4000-8000-000000010001']);
    expect([...officers(two)]).toEqual(['b1000000-0000-4000-8000-000000020001']);
    const upns = [...(one ?? []), ...(two ?? [])].flatMap(({ record, values }) =>
      record === 'pupil' ? [String(values.upn)] : [],
    );
    expect(upns.filter((upn) => upnTrouble(upn) !== undefined)).toEqual([]);
    expect(new Set(upns).size).toBe(80);
  }, 90_000);
});
