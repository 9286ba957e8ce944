import { describe, expect, it } from 'vitest';
import { perform } from '../../src/app/perform.ts';
import type { Store } from '../../src/app/ports.ts';
import { schoolRecords } from '../../src/school/records.ts';
import { fakeStore, worldOf } from './fake-store.ts';

const ring = {
  key: 'ac-1',
  version: 'v1',
  agreedAt: 'Review' as const,
  source: 're-1',
  text: 'Ring the farm',
  owner: 'p-owner',
  due: '2026-12-01',
  status: 'Open' as const,
};
const held = {
  key: 'ro-1',
  version: 'v1',
  person: 'p-owner',
  personName: 'R. Penn',
  role: 'tutor' as const,
  from: '2026-09-01',
  state: 'Active' as const,
};
const done = { school: 'sch-trial', action: 'complete-action', by: 'p-owner', via: 'Tab' as const };
const wish = { ...done, input: { action: 'ac-1', on: '2026-11-24', seen: 'v1' } };

/** A store that knows one thing now and another once its lists are in step; `during` says what stood written while it asked. */
function store(now: Parameters<typeof schoolRecords>[0], then = now, age = 5) {
  let inStep = false;
  const base = fakeStore([]);
  const during: string[][] = [];
  const trial: Store & { written: typeof base.written; during: string[][] } = {
    ...base,
    written: base.written,
    during,
    known: () => schoolRecords(inStep ? then : now),
    ageSeconds: () => age,
    async sync(names) {
      if (names.length > 2) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        during.push(base.written.map(({ key, values }) => `${key.slice(0, 3)} ${values.state ?? 'saved'}`));
        inStep = true;
      }
    },
  };
  return trial;
}

const seen = (of: ReturnType<typeof store>) =>
  of.written.map(({ key, values }) => `${key.slice(0, 3)} ${values.state ?? 'saved'}`);

describe('a decision that can be foreseen', () => {
  it('is in the journal while the lists are still being asked, once', async () => {
    const trial = store({ agreedAction: [ring], roleAssignment: [held] });
    const outcome = await perform(worldOf(trial), wish);
    expect(outcome.kind).toBe('done');
    expect(trial.during).toEqual([['je- Open']]);
    expect(seen(trial)).toEqual(['je- Open', 'ac- saved', 'je- Done']);
    const [opened, , closed] = trial.written;
    expect([closed?.key, outcome.kind === 'done' && outcome.entry]).toEqual([opened?.key, opened?.key]);
  });

  it('is taken back where the lists say something else by then: another is decided, and only that is carried out', async () => {
    const dropped = { ...ring, version: 'v2', status: 'Dropped' as const };
    const trial = store(
      { agreedAction: [ring], roleAssignment: [held] },
      { agreedAction: [dropped], roleAssignment: [held] },
    );
    const outcome = await perform(worldOf(trial), wish);
    expect(outcome).toEqual({
      kind: 'problems',
      problems: [{ field: 'action', says: 'This action was taken away at the review.' }],
    });
    expect(seen(trial)).toEqual(['je- Open']);
    expect(trial.written.some(({ key }) => key === 'ac-1')).toBe(false);
  });

  it('is taken back where the role has ended by then', async () => {
    const ended = { ...held, to: '2026-11-23' };
    const trial = store(
      { agreedAction: [ring], roleAssignment: [held] },
      { agreedAction: [ring], roleAssignment: [ended] },
    );
    expect((await perform(worldOf(trial), wish)).kind).toBe('forbidden');
    expect(trial.written.some(({ key }) => key === 'ac-1')).toBe(false);
  });

  it('is taken back where the lists do not answer: nothing was saved', async () => {
    const trial = store({ agreedAction: [ring], roleAssignment: [held] });
    trial.sync = async () => {
      throw new Error('down');
    };
    await expect(perform(worldOf(trial), wish)).rejects.toThrow('Nothing was saved.');
    expect(trial.written.some(({ key }) => key === 'ac-1')).toBe(false);
  });
});

describe('a decision that cannot be foreseen', () => {
  it.each([61, Number.POSITIVE_INFINITY])('waits for lists that are %d seconds old', async (age) => {
    const trial = store({ agreedAction: [ring], roleAssignment: [held] }, undefined, age);
    expect((await perform(worldOf(trial), wish)).kind).toBe('done');
    expect(trial.during).toEqual([[]]);
  });

  it('is a person’s that looks for what waits in the journal: two presses would each give way to the other’s', async () => {
    const leader = { ...held, key: 'ro-2', role: 'ap-leader' as const };
    const farm = { key: 'pr-farm', version: 'v1', name: 'Hill Farm', type: 'NonSchool' as const };
    const provider = { ...farm, status: 'Approved' as const, supervisedOnLine: false };
    const site = {
      key: 'si-1',
      version: 'v1',
      provider: 'pr-farm',
      name: 'The farm',
      kind: 'Main' as const,
      inUse: true,
    };
    const trial = store({ roleAssignment: [leader], provider: [provider], site: [site] });
    const values = { kind: 'Visit', plannedFor: '2026-11-27', visitor: 'p-owner' };
    const input = { provider: 'pr-farm', values, allTheSame: true };
    const outcome = await perform(worldOf(trial), { ...done, action: 'plan-visit', input });
    expect(outcome.kind).toBe('done');
    expect(trial.during).toEqual([[]]);
    expect(seen(trial).at(0)).toBe('je- Open');
  });

  it('of somebody without the role leaves no trace in the journal', async () => {
    const trial = store({ agreedAction: [ring], roleAssignment: [] });
    expect((await perform(worldOf(trial), wish)).kind).toBe('forbidden');
    expect(trial.written).toEqual([]);
  });
});
