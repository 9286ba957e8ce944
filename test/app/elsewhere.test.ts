import { describe, expect, it } from 'vitest';
import { perform } from '../../src/app/perform.ts';
import type { World } from '../../src/app/ports.ts';
import { type RecordName, type RecordNamed, schoolRecords } from '../../src/school/records.ts';
import { derbyshire } from '../school/derbyshire.ts';
import { pupil } from '../school/facts.ts';
import { fakeStore, worldOf } from './fake-store.ts';

type Rows = { readonly [N in RecordName]?: readonly RecordNamed<N>[] };

const lead = { version: '1', person: 'p-lead', personName: 'Robin Example', role: 'ap-leader', from: '2025-09-01' };
const held = { ...lead, key: 'ro-1', mail: 'robin@trust.example', state: 'Active' };

/** A school in which the same person leads AP, with one pupil at a farm. */
function rowsOf(more: object = {}): Rows {
  return Object({
    calendarEntry: derbyshire,
    roleAssignment: [held],
    setting: [{ key: 'school', version: '1', value: { name: 'Trial', organiser: 'reviews@trust.example' } }],
    pupil: [pupil],
    provider: [{ key: 'pr-1', version: '1', name: 'Hill Farm', type: 'NonSchool', status: 'Approved' }],
    placement: [
      {
        key: 'pl-1',
        version: '1',
        pupil: 'pu-1',
        provider: 'pr-1',
        stage: 'Active',
        startDate: '2026-01-06',
        legalBasis: 'AGREED_AP',
      },
    ],
    ...more,
  });
}

function storeOf(rows: Rows) {
  return { ...fakeStore([]), known: () => schoolRecords(rows) };
}

function worldOfTwo(other: Rows): World {
  const stores = [storeOf(rowsOf()), storeOf(other)];
  const schools = stores.map((store, nth) => ({ key: `sch-${nth + 1}`, store }));
  const clock = { ...worldOf(fakeStore([])).clock, now: () => '2026-05-12T08:30:00Z' };
  return { ...worldOf(fakeStore([])), schools: () => schools, clock };
}

const booking = {
  kind: 'book',
  review: 'pl-1|x',
  start: '2026-05-14T10:00',
  end: '2026-05-14T10:45',
  people: ['p-lead'],
};
const at = (start: string, end: string) => ({
  school: 'sch-1',
  action: 'book-reviews',
  input: {
    reviews: [{ review: 'pl-1|halfterm|2026-04-13|halfterm', start: `2026-05-14T${start}`, end: `2026-05-14T${end}` }],
  },
  by: 'p-lead',
  via: 'Tab' as const,
});

describe('somebody who leads AP at two schools', () => {
  it('is not booked at one while a booking of the other waits, and is a minute later', async () => {
    const waits = {
      key: 'je-1',
      version: '1',
      action: 'book-reviews',
      state: 'Open',
      by: 'p-lead',
      at: '2026-05-12T08:29:00Z',
    };
    const world = worldOfTwo(rowsOf({ journalEntry: [{ ...waits, changes: [booking] }] }));
    const refused = await perform(world, at('10:44', '11:29'));
    expect(refused).toMatchObject({
      kind: 'problems',
      problems: [
        {
          field: 'reviews.0.start',
          says: 'Robin Example is at a review of another school on Thu 14 May at 10:00 (until 10:45). Choose another time.',
        },
      ],
    });
    expect(await perform(world, at('10:45', '11:30'))).toMatchObject({ kind: 'accepted' });
  });

  it('is booked where nothing is known of the other school, as its lists cannot be read', async () => {
    const world = worldOfTwo(rowsOf());
    const [, other] = world.schools();
    if (!other) throw new Error('There are two schools.');
    Object.assign(other.store, {
      ageSeconds: (names: readonly string[]) => (names.includes('review') ? Infinity : 0),
      sync: async () => Promise.reject(new Error('No answer.')),
    });
    expect(await perform(world, at('10:00', '10:45'))).toMatchObject({ kind: 'accepted' });
  });
});
