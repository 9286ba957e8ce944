import { joinKey } from '../../../schema/record.ts';
import { providerStatuses } from '../../../school/attendance/attendance.record.ts';
import { sessionShare } from '../../../school/attendance/percentages.ts';
import { addDays } from '../../../school/calendar/dates.ts';
import type { SchoolDay } from '../../../school/moment.ts';
import type { NewRecord } from '../../write-records.ts';
import { objectivesFor } from './objectives.ts';
import { type PlacementSketch, placementSketches } from './placements.ts';

/** The two half terms behind the day that is shown, the first day for a review in each, and the days of each on which one may fall. */
const past = [
  {
    key: 'halfterm|2026-06-01',
    from: '2026-06-01',
    lastDay: '2026-07-21',
    enough: '2026-07-08',
    reviews: '2026-07-06',
  },
  {
    key: 'halfterm|2026-09-02',
    from: '2026-09-03',
    lastDay: '2026-10-22',
    enough: '2026-10-09',
    reviews: '2026-10-05',
  },
] as const;

/** The half term that runs, and the review that is to be held on the day that is shown. */
const running = 'halfterm|2026-11-02';
const today: SchoolDay = '2026-11-24';
const reviewedToday = 'pl-jess-farm';
/** Nobody came that day, and no other was found before the half term ended. */
const notHeld = { placement: 'pl-niamh-college', halfTerm: 'halfterm|2026-09-02', on: '2026-10-14' };

/** People of the story by Entra object id. */
export interface ReviewCast {
  readonly apLeader: string;
  readonly apLeaderName: string;
  readonly tutor: string;
  readonly tutorName: string;
}

/**
 * The reviews of the invented school: one held in each past half term in which a placement ran on ten school days, with its
 * objectives, who came and what was agreed; one that was not held; one booked for the day that is shown. `lived` are the
 * marks, for the attendance that each review saw.
 */
export function reviewRecords(lived: readonly NewRecord[], cast: ReviewCast): readonly NewRecord[] {
  const reviewed = placementSketches.filter(({ basis }) => basis !== 'FLEXI');
  const held = reviewed.flatMap((sketch, index) => {
    const objectives = objectivesFor(sketch, index);
    const reviews = past.flatMap((half, nth) => {
      if (!ranThrough(sketch, half)) return [];
      const day = addDays(half.reviews, [0, 1, 2, 3, 4, 7, 8, 9][index % 8] ?? 0);
      if (sketch.key === notHeld.placement && half.key === notHeld.halfTerm) return [missed(sketch)];
      const before = nth === 0 ? undefined : addDays(past[0].reviews, index % 8);
      return heldReview(
        sketch,
        { day, half: half.key, since: before ?? sketch.from ?? half.from, index },
        lived,
        objectives,
      );
    });
    return reviews.length === 0 ? [] : [...objectives, ...reviews];
  });
  return [...held, ...bookedToday(cast), ...agreed(cast)];
}

function ranThrough({ from = '2026-09-03', more, validTo }: PlacementSketch, half: (typeof past)[number]): boolean {
  const start = typeof more?.startDate === 'string' ? more.startDate : from;
  return start <= addDays(half.from, 7) && (validTo === undefined || validTo >= half.enough);
}

const reviewKey = (placement: string, half: string) => joinKey(placement, half, 'halfterm');

interface Held {
  readonly day: SchoolDay;
  readonly half: string;
  readonly since: SchoolDay;
  readonly index: number;
}

const voices = [
  ['I like it better than sitting in class.', 'Gets up by herself now on those days.'],
  ['The days are long, but the staff listen.', 'Calmer at home since the start.'],
  ['I want to be back with my friends for maths.', 'We would like more news during the week.'],
] as const;

function heldReview(
  { key: placement, pupil, basis }: PlacementSketch,
  { day, half, since, index }: Held,
  lived: readonly NewRecord[],
  objectives: readonly NewRecord[],
): readonly NewRecord[] {
  const key = reviewKey(placement, half);
  const direction = basis === 'OSD_s29A';
  const [pupilVoice, parentVoice] = voices[index % voices.length] ?? voices[0];
  const marks = lived.flatMap(({ record, values }) => {
    const within = record === 'attendance' && values.placement === placement;
    const providerStatus = providerStatuses.find((one) => one === values.providerStatus);
    return within && providerStatus && String(values.date) >= since && String(values.date) <= day
      ? [{ providerStatus }]
      : [];
  });
  const { attended, possible } = sessionShare(marks);
  const review: NewRecord = {
    record: 'review',
    key,
    values: {
      placement,
      pupil,
      kind: direction ? 'OSDStatutory' : 'HalfTerm',
      halfTerm: half,
      stage: 'Held',
      scheduledFor: day,
      start: '13:30',
      end: '14:15',
      heldOn: day,
      completedOn: day,
      attendedSessions: attended,
      possibleSessions: possible,
      safe: 'Yes',
      stillNeeded: 'Yes',
      pupilVoice,
      parentVoice,
      providerReport: 'Settled, joins in, asks for help when it gets loud.',
      reintegrationStep: 'Keep the tutor time on Monday; look at maths in school next half term.',
      minutes: 'Attendance, the objectives and the way back were talked through. All agreed to go on.',
      decision: 'Continue',
      decisionReasons: 'The objectives are in reach and the pupil is safe there.',
      ...(direction
        ? { inviteSentOn: addDays(day, -12), outcomeNoticeSentOn: addDays(day, 1), continuesUntil: '2027-02-12' }
        : {}),
    },
  };
  const asked = { review: key, askedOn: addDays(day, -12), response: 'Accepted', attended: true };
  const parent = `${pupil}|${pupil.slice(3)}-1`;
  return [
    review,
    { record: 'invitee', key: joinKey(key, pupil), values: { ...asked, part: 'Pupil', askedBy: 'InPerson' } },
    {
      record: 'invitee',
      key: joinKey(key, parent),
      values: { ...asked, part: 'Parent', contact: parent, askedBy: 'Letter' },
    },
    ...objectives.map(
      (objective, nth): NewRecord => ({
        record: 'progress',
        key: joinKey(key, objective.key),
        values: { review: key, objective: objective.key, progress: (index + nth) % 3 === 0 ? 'Met' : 'Partly' },
      }),
    ),
  ];
}

function missed({ key: placement, pupil }: PlacementSketch): NewRecord {
  const { halfTerm, on } = notHeld;
  return {
    record: 'review',
    key: reviewKey(placement, halfTerm),
    values: {
      placement,
      pupil,
      kind: 'HalfTerm',
      halfTerm,
      stage: 'Missed',
      scheduledFor: on,
      start: '10:00',
      end: '10:45',
      minutes: 'Not held: the family did not come and could not be reached.',
    },
  };
}

function bookedToday({ tutor, tutorName }: ReviewCast): readonly NewRecord[] {
  const sketch = placementSketches.find(({ key }) => key === reviewedToday);
  if (!sketch) return [];
  const key = reviewKey(sketch.key, running);
  const parent = `${sketch.pupil}|${sketch.pupil.slice(3)}-1`;
  const asked = { review: key, askedOn: '2026-11-10', response: 'Accepted' };
  return [
    {
      record: 'review',
      key,
      values: {
        placement: sketch.key,
        pupil: sketch.pupil,
        kind: 'HalfTerm',
        halfTerm: running,
        stage: 'Booked',
        dueBy: '2026-12-18',
        scheduledFor: today,
        start: '10:00',
        end: '10:45',
        place: 'Hill Farm',
      },
    },
    { record: 'invitee', key: joinKey(key, sketch.pupil), values: { ...asked, part: 'Pupil', askedBy: 'InPerson' } },
    {
      record: 'invitee',
      key: joinKey(key, parent),
      values: { ...asked, part: 'Parent', contact: parent, askedBy: 'Letter' },
    },
    {
      record: 'invitee',
      key: joinKey(key, tutor),
      values: { ...asked, part: 'Staff', person: tutor, personName: tutorName, askedBy: 'Outlook' },
    },
  ];
}

function agreed({ apLeader, apLeaderName, tutor, tutorName }: ReviewCast): readonly NewRecord[] {
  const of = (n: number, placement: string, pupil: string, values: NewRecord['values']): NewRecord => ({
    record: 'agreedAction',
    key: `ac-story-${n}`,
    values: {
      agreedAt: 'Review',
      source: reviewKey(placement, 'halfterm|2026-09-02'),
      pupil,
      status: 'Open',
      ...values,
    },
  });
  return [
    of(1, reviewedToday, 'pu-jess', {
      text: 'Ring home every Friday with news of the week',
      owner: tutor,
      ownerName: tutorName,
      due: '2026-11-06',
      status: 'Done',
      completedOn: '2026-11-06',
      evidence: 'Call log',
    }),
    of(2, reviewedToday, 'pu-jess', {
      text: 'Find a mathematics group for Monday mornings',
      owner: apLeader,
      ownerName: apLeaderName,
      due: '2026-11-20',
    }),
    of(3, 'pl-jonah-farm', 'pu-jonah', {
      text: 'Send the risk assessment for the workshop to the farm',
      owner: 'senco',
      ownerName: 'SENCO',
      due: '2026-12-04',
    }),
    of(4, 'pl-kofi-college', 'pu-kofi', {
      text: 'Ask the college for the entries in January',
      owner: 'attendance-officer',
      ownerName: 'Attendance officer',
      due: '2026-11-30',
    }),
  ];
}
