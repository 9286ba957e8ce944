import { describe, expect, it } from 'vitest';
import { carryOutMeetings } from '../../src/app/carry-out-meetings.ts';
import type { Diary, HeldMeeting, MeetingStands, School, Write } from '../../src/app/ports.ts';
import type { Book, Change } from '../../src/school/change.ts';
import { schoolRecords } from '../../src/school/records.ts';
import type { Review } from '../../src/school/reviews/review.record.ts';
import type { Visit } from '../../src/school/visits/visit.record.ts';
import { fakeStore } from './fake-store.ts';

const row: Review = {
  key: 're-1',
  version: '3',
  placement: 'pl-1',
  pupil: 'pu-1',
  kind: 'HalfTerm',
  stage: 'Booked',
  booking: 'bk-1',
  scheduledFor: '2026-12-03',
  start: '14:00',
  end: '14:45',
  online: true,
};
const wanted: Book = {
  kind: 'book',
  review: 're-1',
  booking: 'bk-1',
  organiser: 'reviews@school.example',
  subject: 'AP review – J.S. Y10',
  start: '2026-12-03T14:00',
  end: '2026-12-03T14:45',
  place: 'Room 6',
  room: 'room6@school.example',
  online: true,
  statutory: false,
  people: [],
  meetings: [
    { audience: 'Staff', invited: [{ name: 'Leader', mail: 'leader@school.example', required: true }] },
    { audience: 'Parents', invited: [{ name: 'Mum', mail: 'mum@home.example', required: false }] },
  ],
};

interface Asked {
  readonly what: string;
  readonly of: Readonly<Record<string, unknown>>;
}

/** A calendar that answers as the test says and notes what it was asked. */
function fakeDiary(answer: (tag: string) => MeetingStands | undefined = () => undefined) {
  const asked: Asked[] = [];
  const stands = (id: string, joinUrl?: string): HeldMeeting => ({
    id,
    start: '2026-12-03T14:00',
    end: '2026-12-03T14:45',
    joinUrl,
    series: false,
    answers: [],
  });
  const diary: Diary = {
    async make(_organiser, meeting) {
      asked.push({ what: 'make', of: { ...meeting } });
      const joinUrl = meeting.online ? 'https://join.example' : undefined;
      return answer(meeting.tag) ?? { ok: true, meeting: stands(`ev-${meeting.tag}`, joinUrl) };
    },
    async adopt(_organiser, id, tag) {
      asked.push({ what: 'adopt', of: { id, tag } });
      return answer(tag) ?? { ok: true, meeting: stands(id, 'https://join.example') };
    },
    async move(_organiser, id, to) {
      asked.push({ what: 'move', of: { id, ...to } });
      return answer(id) ?? { ok: true, meeting: stands(id) };
    },
    async cancel(_organiser, id, comment) {
      asked.push({ what: 'cancel', of: { id, comment } });
      return { ok: true, says: '' };
    },
    find: async (_organiser, tag) => stands(`ev-${tag}`),
    get: async () => undefined,
    busy: async () => new Map(),
    changes: async () => ({ meetings: [], removed: [], token: '' }),
  };
  return { diary, asked };
}

function schoolWith(review: () => Review | undefined): {
  school: School;
  written: readonly (Write & { stamp: string })[];
} {
  const store = fakeStore([]);
  const known = () => {
    const held = review();
    return schoolRecords({ review: held ? [held] : [] });
  };
  return { school: { key: 'sch-trial', store: { ...store, known } }, written: store.written };
}

async function carry(
  changes: readonly Change[],
  answer?: (tag: string) => MeetingStands | undefined,
  review = () => row,
) {
  const { diary, asked } = fakeDiary(answer);
  const { school, written } = schoolWith(review);
  const carried = await carryOutMeetings(
    { diary, reviewLink: (key) => `https://app.example/${key}` },
    school,
    'je-1',
    changes,
  );
  return { carried, asked, written };
}

describe('a booking is carried out', () => {
  it('with the staff first, the room theirs alone, and the link to join in the others', async () => {
    const { asked, carried } = await carry([wanted]);
    const [staff, parents] = asked.map(({ of }) => of);
    expect(staff).toMatchObject({ tag: 're-1|staff|bk-1', online: true, hideAttendees: false });
    expect(staff?.invited).toEqual([
      { mail: 'leader@school.example', name: 'Leader', type: 'required' },
      { mail: 'room6@school.example', name: 'Room 6', type: 'resource' },
    ]);
    expect(parents).toMatchObject({ tag: 're-1|parents|bk-1', online: false, hideAttendees: true, place: 'Room 6' });
    expect(parents?.invited).toEqual([{ mail: 'mum@home.example', name: 'Mum', type: 'optional' }]);
    expect(parents?.body).toContain('https://join.example');
    expect(carried).toEqual({ refused: [], waits: [] });
  });

  it('with the same transaction for the same meeting on every server, and another for each audience', async () => {
    const first = (await carry([wanted])).asked.map(({ of }) => of.transactionId);
    const second = (await carry([wanted])).asked.map(({ of }) => of.transactionId);
    expect(second).toEqual(first);
    expect(new Set(first).size).toBe(2);
    for (const id of first) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('and the rows say which events stand, under a stamp of their own', async () => {
    const { written } = await carry([wanted]);
    expect(written.map(({ key, seen, values, stamp }) => [key, seen, values.eventId, stamp])).toEqual([
      ['re-1|staff', 'any', 'ev-re-1|staff|bk-1', 'je-1|booked'],
      ['re-1|parents', 'any', 'ev-re-1|parents|bk-1', 'je-1|booked'],
      ['re-1', '3', 'ev-re-1|staff|bk-1', 'je-1|booked'],
    ]);
  });

  it('not at all when the row names another booking', async () => {
    const { asked, written } = await carry([wanted], undefined, () => ({ ...row, booking: 'bk-2' }));
    expect([asked, written]).toEqual([[], []]);
  });

  it('and taken back when it was cancelled while Outlook was at work', async () => {
    let looks = 0;
    const { asked, written } = await carry([wanted], undefined, () => {
      looks += 1;
      return looks === 1 ? row : { ...row, stage: 'Cancelled', booking: undefined };
    });
    expect(asked.map(({ what }) => what)).toEqual(['make', 'make', 'cancel', 'cancel']);
    expect(written).toEqual([]);
  });

  it('later when Outlook does not answer for one of them, and nothing is taken back', async () => {
    const no = { ok: false, again: true, says: 'Not now.' } as const;
    const { asked, carried, written } = await carry([wanted], (tag) => (tag.includes('parents') ? no : undefined));
    expect(carried).toEqual({ refused: [], waits: ['Not now.'] });
    expect([asked.map(({ what }) => what), written]).toEqual([['make', 'make'], []]);
  });

  it('for none when Outlook refuses one for good: the review is planned again, with the reason', async () => {
    const no = { ok: false, again: false, says: 'No such address.' } as const;
    const { asked, carried, written } = await carry([wanted], (tag) => (tag.includes('parents') ? no : undefined));
    expect(carried.refused).toEqual(['No such address.']);
    expect(asked.map(({ what }) => what)).toEqual(['make', 'make', 'cancel']);
    expect(written[0]?.values).toMatchObject({ stage: 'Planned', notBooked: 'No such address.', booking: undefined });
  });

  it('later where no calendar is at hand, as at the command line', async () => {
    const { school } = schoolWith(() => row);
    expect((await carryOutMeetings({}, school, 'je-1', [wanted])).waits).toHaveLength(1);
  });
});

describe('a move', () => {
  const move = {
    kind: 'move',
    review: 're-1',
    booking: 'bk-1',
    organiser: 'reviews@school.example',
    start: '2026-12-03T14:00',
    end: '2026-12-03T14:45',
    meetings: [{ audience: 'Staff', eventId: 'ev-1' }],
  } as const;

  it('is done while the row says this day and time, and not when it says another by now', async () => {
    expect((await carry([move])).asked).toHaveLength(1);
    expect((await carry([move], undefined, () => ({ ...row, start: '15:00' }))).asked).toEqual([]);
  });
});

it('a cancelled booking has its meetings found by their tags where no row knows their ids', async () => {
  const { asked } = await carry([
    {
      kind: 'cancel',
      review: 're-1',
      booking: 'bk-1',
      organiser: 'reviews@school.example',
      comment: 'The placement has ended.',
      meetings: [{ audience: 'Staff', eventId: 'ev-1' }, { audience: 'Parents' }],
    },
  ]);
  expect(asked.map(({ of }) => of.id)).toEqual(['ev-1', 'ev-re-1|parents|bk-1']);
});

describe('a booking of a meeting that somebody wrote by hand', () => {
  const written: Book = { ...wanted, stands: 'ev-own', room: undefined };

  it('tags it as the staff’s, makes the others’ with its link, and notes it as the review’s', async () => {
    const { asked, written: saved } = await carry([written]);
    expect(asked.map(({ what, of }) => [what, of.tag])).toEqual([
      ['adopt', 're-1|staff|bk-1'],
      ['make', 're-1|parents|bk-1'],
    ]);
    expect(asked[0]?.of.id).toBe('ev-own');
    expect(String(asked[1]?.of.body)).toContain('https://join.example');
    expect(saved.find(({ record }) => record === 'review')?.values).toEqual({ eventId: 'ev-own' });
  });

  it('never cancels it when the rest is refused: it is theirs; the review is planned again', async () => {
    const refused = (tag: string): MeetingStands | undefined =>
      tag.includes('parents') ? { ok: false, again: false, says: 'Outlook refuses the meeting.' } : undefined;
    const { carried, asked, written: saved } = await carry([written], refused);
    expect(carried.refused).toEqual(['Outlook refuses the meeting.']);
    expect(asked.some(({ what }) => what === 'cancel')).toBe(false);
    expect(saved.at(-1)?.values).toMatchObject({ stage: 'Planned', notBooked: 'Outlook refuses the meeting.' });
  });

  it('nor when the review was booked otherwise meanwhile', async () => {
    let looked = 0;
    const { asked } = await carry([written], undefined, () => ({ ...row, booking: ++looked > 1 ? 'bk-2' : 'bk-1' }));
    expect(asked.filter(({ what }) => what === 'cancel').map(({ of }) => of.id)).toEqual(['ev-re-1|parents|bk-1']);
  });
});
describe('a visit', () => {
  const stands: Visit = {
    key: 'vi-1',
    version: '5',
    provider: 'pr-farm',
    kind: 'Visit',
    stage: 'Planned',
    announced: true,
    plannedFor: '2026-12-03',
    start: '14:00',
    end: '14:45',
    visitor: 'p-1',
    visitorName: 'Robin Example',
    booking: 'bk-1',
  };
  const { review: _review, ...ofReview } = wanted;
  const toMake: Book = {
    ...ofReview,
    visit: 'vi-1',
    subject: 'AP visit – Hill Farm',
    room: undefined,
    online: false,
    meetings: [
      { audience: 'Staff', invited: [{ name: 'Robin Example', mail: 'robin@school.example', required: true }] },
      { audience: 'Provider', invited: [{ name: 'Hill Farm', mail: 'office@farm.example', required: true }] },
    ],
  };

  async function carryVisit(changes: readonly Change[], visit = stands, no?: MeetingStands) {
    const { diary, asked } = fakeDiary((tag) => (tag.includes('provider') ? no : undefined));
    const store = fakeStore([]);
    const school = { key: 'sch-trial', store: { ...store, known: () => schoolRecords({ visit: [visit] }) } };
    const outside = { diary, visitLink: (key: string) => `https://app.example/visits/${key}` };
    return { carried: await carryOutMeetings(outside, school, 'je-1', changes), asked, written: store.written, store };
  }

  it('has its own tag and text: the link for who goes there alone, and the rows say which events stand', async () => {
    const { asked, written, store } = await carryVisit([toMake]);
    const [staff, provider] = asked.map(({ of }) => of);
    expect([staff?.tag, provider?.tag]).toEqual(['vi-1|staff|bk-1', 'vi-1|provider|bk-1']);
    expect(staff?.body).toContain('https://app.example/visits/vi-1');
    expect(staff?.body).toContain('ap-visit:vi-1');
    expect(staff?.body).not.toContain('unannounced');
    expect(provider?.body).not.toContain('https://app.example');
    expect(store.synced).toEqual([['visit']]);
    expect(written.map(({ record, key, values }) => [record, key, values.eventId])).toEqual([
      ['meeting', 'vi-1|staff', 'ev-vi-1|staff|bk-1'],
      ['meeting', 'vi-1|provider', 'ev-vi-1|provider|bk-1'],
      ['visit', 'vi-1', 'ev-vi-1|staff|bk-1'],
    ]);
    expect(written[1]?.values).toMatchObject({ visit: 'vi-1', invited: 'office@farm.example', response: 'None' });
  });

  it('is left alone when its row names another booking, and moved only while the row says that time', async () => {
    expect((await carryVisit([toMake], { ...stands, booking: 'bk-2' })).asked).toEqual([]);
    const move = {
      kind: 'move',
      visit: 'vi-1',
      booking: 'bk-1',
      organiser: 'reviews@school.example',
      start: '2026-12-03T14:00',
      end: '2026-12-03T14:45',
      meetings: [{ audience: 'Staff', eventId: 'ev-1' }],
    } as const;
    expect((await carryVisit([move])).asked).toHaveLength(1);
    expect((await carryVisit([move], { ...stands, start: '15:00' })).asked).toEqual([]);
  });

  it('that Outlook refuses for good stays planned for its day, with the reason, and none of its meetings is left', async () => {
    const { asked, written } = await carryVisit([toMake], stands, {
      ok: false,
      again: false,
      says: 'No such address.',
    });
    expect(asked.map(({ what }) => what)).toEqual(['make', 'make', 'cancel']);
    expect(written).toMatchObject([
      { record: 'visit', values: { booking: undefined, eventId: undefined, notBooked: 'No such address.' } },
    ]);
  });
});

it('an entry that was written before visits had meetings is carried out as it stands in the list', async () => {
  const asJson: Change[] = JSON.parse(JSON.stringify([wanted]));
  expect((await carry(asJson)).asked.map(({ of }) => of.tag)).toEqual(['re-1|staff|bk-1', 're-1|parents|bk-1']);
});
