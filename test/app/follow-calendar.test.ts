import { expect, it } from 'vitest';
import type { Diary, HeldMeeting, Write } from '../../src/app/ports.ts';
import { watchCalendars } from '../../src/app/rounds/follow-calendar.ts';
import { schoolRecords } from '../../src/school/records.ts';
import { fakeStore, worldOf } from './fake-store.ts';

const organiser = 'reviews@school.example';
const event: HeldMeeting = {
  id: 'ev-1',
  start: '2026-12-03T14:00',
  end: '2026-12-03T14:45',
  series: false,
  answers: [],
};
const known = schoolRecords({
  review: [
    {
      key: 're-1',
      version: '3',
      placement: 'pl-1',
      pupil: 'pu-1',
      kind: 'HalfTerm',
      stage: 'Booked',
      booking: 'bk-1',
      eventId: 'ev-1',
      scheduledFor: '2026-12-03',
      start: '14:00',
      end: '14:45',
      online: true,
    },
  ],
  meeting: [
    {
      key: 're-1|staff',
      version: '1',
      review: 're-1',
      audience: 'Staff',
      organiser,
      eventId: 'ev-1',
      scheduledFor: '2026-12-03',
      start: '14:00',
      end: '14:45',
    },
  ],
});

/** Watches a calendar that says these ids left the days looked at; `stands` is what GET of the event says. */
async function watch(removed: readonly string[], stands: HeldMeeting | undefined) {
  const tokens: (string | undefined)[] = [];
  const asked: string[] = [];
  const diary: Pick<Diary, 'changes' | 'get'> = {
    async changes(_organiser, _from, _to, token) {
      tokens.push(token);
      return { meetings: [], removed: tokens.length === 1 ? removed : [], token: `t-${tokens.length}` };
    },
    async get(_organiser, id) {
      asked.push(id);
      return stands;
    },
  };
  const never = async () => Promise.reject(new Error('Not asked for here.'));
  const whole: Diary = {
    make: never,
    adopt: never,
    move: never,
    cancel: async () => ({ ok: true, says: '' }),
    find: async () => undefined,
    busy: never,
    ...diary,
  };
  const store = fakeStore([]);
  const world = { ...worldOf({ ...store, known: () => known }), diary: whole };
  const look = watchCalendars();
  await look(world, world.school);
  await look(world, world.school);
  const review: Write | undefined = store.written.find(({ record }) => record === 'review');
  return { tokens, asked, review };
}

it('a meeting that left the half term, but stands at its own address, was moved', async () => {
  const { review, asked } = await watch(['ev-1'], { ...event, start: '2027-01-12T09:00', end: '2027-01-12T09:45' });
  expect(asked).toEqual(['ev-1']);
  expect(review?.values).toMatchObject({ scheduledFor: '2027-01-12', start: '09:00' });
});

it('one that is nowhere any more was deleted', async () => {
  const { review } = await watch(['ev-1'], undefined);
  expect(review?.values).toMatchObject({ stage: 'Planned', notBooked: 'The meeting was deleted in Outlook.' });
});

it('what is not ours is not asked for, and the next look begins where this one ended', async () => {
  const { review, asked, tokens } = await watch(['ev-foreign'], undefined);
  expect([review, asked, tokens]).toEqual([undefined, [], [undefined, 't-1']]);
});
