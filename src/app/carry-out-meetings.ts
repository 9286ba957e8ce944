import { createHash } from 'node:crypto';
import type { Audience, Book, Cancel, Change, MeetingChange, Move } from '../school/change.ts';
import { meetingTag } from '../school/reviews/meeting-words.ts';
import { bodyOf, goesTo, keyOf, meetingRow } from './meeting-row.ts';
import type { Diary, HeldMeeting, MeetingStands, School, World } from './ports.ts';

/** What of the world meetings need. */
export type Outside = Pick<World, 'diary' | 'reviewLink' | 'visitLink'>;

/** What came of an entry's meetings: sentences on what was refused for good, and on what has to be done later. */
export interface MeetingsCarried {
  readonly refused: readonly string[];
  readonly waits: readonly string[];
}

/** Nothing was there to do, or all of it is done. */
export const nothingDone: MeetingsCarried = { refused: [], waits: [] };

interface Desk {
  readonly diary: Diary;
  readonly outside: Outside;
  readonly school: School;
  readonly entry: string;
}

/**
 * Makes, moves and cancels an entry's meetings in Outlook, reviews and visits beside each other, those of one in order. Its
 * row must have been written before: it says which booking counts. Doing it again finds what stands. Never throws.
 */
export async function carryOutMeetings(
  outside: Outside,
  school: School,
  entry: string,
  changes: readonly Change[],
): Promise<MeetingsCarried> {
  const meant = changes.filter(
    (change): change is MeetingChange => change.kind === 'book' || change.kind === 'move' || change.kind === 'cancel',
  );
  if (meant.length === 0) return nothingDone;
  const { diary } = outside;
  if (!diary) return waits('The meetings are made as soon as the app’s server runs.');
  const keys = [...new Set(meant.map(keyOf))];
  const carried = await Promise.all(
    keys.map(async (key) => {
      const done: MeetingsCarried[] = [];
      for (const change of meant.filter((one) => keyOf(one) === key)) {
        done.push(await one({ diary, outside, school, entry }, change));
      }
      return done;
    }),
  );
  const all = carried.flat();
  return { refused: all.flatMap(({ refused }) => refused), waits: all.flatMap(({ waits }) => waits) };
}

async function one(desk: Desk, change: MeetingChange): Promise<MeetingsCarried> {
  try {
    if (change.kind === 'book') return await book(desk, change);
    return change.kind === 'move' ? await move(desk, change) : await cancel(desk, change);
  } catch {
    return waits('Microsoft 365 does not answer. The meetings are made as soon as it does.');
  }
}

interface Made {
  readonly audience: Audience;
  readonly meeting: HeldMeeting;
}

async function book(desk: Desk, change: Book): Promise<MeetingsCarried> {
  if (!counts(desk, change)) return nothingDone;
  const staff = await make(desk, change, 'Staff');
  if (!staff.ok) return await notMade(desk, change, [staff], []);
  const { joinUrl } = staff.meeting;
  if (change.online && joinUrl === undefined) return waits('Outlook has not made the link to join yet.');
  const others = change.meetings.map(({ audience }) => audience).filter((audience) => audience !== 'Staff');
  const answers = await Promise.all(
    others.map(async (audience) => ({ audience, ...(await make(desk, change, audience, joinUrl)) })),
  );
  const made: Made[] = [{ audience: 'Staff', meeting: staff.meeting }];
  for (const answer of answers) if (answer.ok) made.push(answer);
  if (answers.some(({ ok }) => !ok)) return await notMade(desk, change, answers, made);
  // Somebody may have cancelled it, or booked another time, while Outlook was at work.
  await desk.school.store.sync([change.review === undefined ? 'visit' : 'review']);
  return await note(desk, change, made);
}

function make(desk: Desk, change: Book, audience: Audience, joinUrl?: string): Promise<MeetingStands> {
  const { booking, subject, start, end, place, room, online } = change;
  const tag = meetingTag(keyOf(change), audience, booking);
  if (change.stands !== undefined && audience === 'Staff') {
    return desk.diary.adopt(change.organiser, change.stands, tag);
  }
  const people = change.meetings.find((meeting) => meeting.audience === audience)?.invited ?? [];
  const invited = people.map(({ mail, name, required }) => {
    return { mail, name, type: required ? ('required' as const) : ('optional' as const) };
  });
  const staff = audience === 'Staff';
  return desk.diary.make(change.organiser, {
    tag,
    transactionId: uuidOf(tag),
    subject,
    body: bodyOf(desk.outside, desk.school.store.known(), change, audience, joinUrl),
    start,
    end,
    place,
    // One meeting asks for the room: three at one time would be in each other's way.
    invited: staff && room ? [...invited, { mail: room, name: place ?? room, type: 'resource' }] : invited,
    online: online && staff,
    hideAttendees: !staff,
  });
}

/** Of a meeting that Outlook refuses for good none is left behind, and the row says that it is planned, and why. */
async function notMade(
  desk: Desk,
  change: Book,
  answers: readonly MeetingStands[],
  made: readonly Made[],
): Promise<MeetingsCarried> {
  const troubles = answers.flatMap((answer) => (answer.ok ? [] : [answer]));
  const waiting = troubles.find(({ again }) => again);
  if (waiting) return waits(waiting.says);
  const says = troubles[0]?.says ?? '';
  for (const { meeting } of ours(change, made))
    await desk.diary.cancel(change.organiser, meeting.id, 'This meeting was not completed.');
  const row = meetingRow(desk.school.store.known(), change);
  if (row && row.booking === change.booking) {
    const values = { ...row.unbooked, notBooked: says.slice(0, 255) };
    await desk.school.store.write(`${desk.entry}|refused`, [
      { record: row.record, key: row.key, values, seen: row.version },
    ]);
  }
  return { refused: [says], waits: [] };
}

/** What somebody wrote by hand is theirs: it is never cancelled because a booking came to nothing. */
function ours({ stands }: Book, made: readonly Made[]): readonly Made[] {
  return made.filter(({ audience }) => stands === undefined || audience !== 'Staff');
}

/** Writes down which events stand; where the booking counts no more they are cancelled again. */
async function note(desk: Desk, change: Book, made: readonly Made[]): Promise<MeetingsCarried> {
  const { store } = desk.school;
  for (let tries = 1; tries <= 3; tries++) {
    const row = meetingRow(store.known(), change);
    if (!row || row.booking !== change.booking) {
      const answers = await Promise.all(
        ours(change, made).map(({ meeting }) =>
          desk.diary.cancel(change.organiser, meeting.id, 'This was booked otherwise.'),
        ),
      );
      return answers.every(({ ok }) => ok) ? nothingDone : waits('Outlook does not answer. It is tried again.');
    }
    const written = await store.write(`${desk.entry}|booked`, [
      ...made.map(({ audience, meeting }) => ({
        record: 'meeting' as const,
        key: `${keyOf(change)}|${audience}`.toLowerCase(),
        values: {
          [row.record]: keyOf(change),
          audience,
          organiser: change.organiser,
          eventId: meeting.id,
          joinUrl: made[0]?.meeting.joinUrl,
          scheduledFor: change.start.slice(0, 10),
          start: change.start.slice(11),
          end: change.end.slice(11),
          ...(row.record === 'visit' ? { invited: invitedTo(change, audience), response: 'None' } : {}),
        },
        seen: 'any' as const,
      })),
      { record: row.record, key: row.key, values: { eventId: made[0]?.meeting.id }, seen: row.version },
    ]);
    if (written.some(({ outcome }) => outcome === 'later')) return waits('SharePoint does not answer.');
    if (written.at(-1)?.outcome !== 'superseded') return nothingDone;
  }
  return waits('It is being changed by somebody else.');
}

/** The one address to which the invitation to a visit goes; nobody may be asked by mail. */
function invitedTo({ meetings }: Book, audience: Audience): string | undefined {
  return meetings.find((meeting) => meeting.audience === audience)?.invited[0]?.mail;
}

async function move(desk: Desk, change: Move): Promise<MeetingsCarried> {
  const row = meetingRow(desk.school.store.known(), change);
  if (row?.booking !== change.booking || row.when !== goesTo(change)) return nothingDone;
  const { start, end, place } = change;
  const answers = await Promise.all(
    change.meetings.map(async ({ audience, eventId }) => {
      const room = change.room
        ? ({ mail: change.room, name: place ?? change.room, type: 'resource' } as const)
        : ('none' as const);
      const withRoom = audience === 'Staff' && place !== undefined ? { room } : {};
      return await desk.diary.move(change.organiser, eventId, { start, end, place, ...withRoom });
    }),
  );
  const troubles = answers.flatMap((answer) => (answer.ok ? [] : [answer]));
  return {
    refused: troubles.flatMap(({ again, says }) => (again ? [] : [says])),
    waits: troubles.flatMap(({ again, says }) => (again ? [says] : [])),
  };
}

async function cancel(desk: Desk, change: Cancel): Promise<MeetingsCarried> {
  const { organiser, booking, comment, meetings } = change;
  const answers = await Promise.all(
    meetings.map(async ({ audience, eventId }) => {
      const id = eventId ?? (await desk.diary.find(organiser, meetingTag(keyOf(change), audience, booking)))?.id;
      return id === undefined ? { ok: true, says: '' } : await desk.diary.cancel(organiser, id, comment);
    }),
  );
  return { refused: [], waits: answers.flatMap(({ ok, says }) => (ok ? [] : [says])) };
}

/** True while the row names this booking. */
function counts({ school }: Desk, change: Book): boolean {
  return meetingRow(school.store.known(), change)?.booking === change.booking;
}

function waits(says: string): MeetingsCarried {
  return { refused: [], waits: [says] };
}

/** A UUID that belongs to a text, the same on every server. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
