import { z } from 'zod';
import { action, type Decision, type Known } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';
import type { Change } from '../change.ts';
import { visitDeleted, visitFollows } from '../visits/visit-in-outlook.ts';
import type { Meeting } from './meeting.record.ts';
import { moveMeetings } from './move-meetings.ts';
import type { Review } from './review.record.ts';
import { dayOf, timeOf, wallTimeInput } from './slot.ts';
import { unbook } from './unbook.ts';

const input = z.strictObject({
  /** Meetings as they stand in the organiser's calendar now. */
  meetings: z.array(
    z.strictObject({
      id: keyInput,
      start: wallTimeInput,
      end: wallTimeInput,
      answers: z.array(
        z.strictObject({ mail: z.string(), answer: z.enum(['None', 'Accepted', 'Tentative', 'Declined']) }),
      ),
    }),
  ),
  /** Immutable ids of meetings that were deleted or cancelled there. */
  gone: z.array(keyInput),
});

type Calendar = z.infer<typeof input>;

/**
 * What was changed in Outlook by hand comes back: the staff's meeting carries the review or visit and the other meetings with
 * it, a deleted one leaves it planned with the reason, and answers are kept with those invited.
 */
export const followCalendar = action<Calendar>({
  name: 'follow-calendar',
  says: 'Follow what was moved, deleted or answered in Outlook.',
  input,
  roles: ['clock'],
  needs: ['review', 'visit', 'meeting', 'invitee'],
  decide,
});

function decide(known: Known, { meetings, gone }: Calendar): Decision {
  const rows = (id: string) => known.records.meeting.by('eventId', id);
  const changes = [
    ...gone.flatMap((id) => rows(id).flatMap((row) => (row.visit ? visitDeleted : deleted)(known, row))),
    ...meetings.flatMap((one) => rows(one.id).flatMap((row) => (row.visit ? visitFollows : followed)(known, row, one))),
  ];
  return { changes, because: 'Changed in Outlook' };
}

const reason = 'The meeting was deleted in Outlook.';

function deleted(known: Known, row: Meeting): readonly Change[] {
  const review = bookedOne(known, row);
  if (!review) return [];
  if (row.audience === 'Staff')
    return unbook(known, review, 'Planned', { why: reason, comment: 'This meeting is off.' });
  const asked = known.records.invitee
    .by('review', review.key)
    .filter(({ part, mail }) => mail !== undefined && partOf[row.audience] === part);
  return [
    { kind: 'save', record: 'meeting', key: row.key, seen: row.version, values: { eventId: undefined } },
    ...asked.map(
      ({ key }): Change => ({
        kind: 'save',
        record: 'invitee',
        key,
        seen: 'any',
        values: { askedOn: undefined, askedBy: undefined, response: undefined, note: `${reason} Ring, write or tell.` },
      }),
    ),
  ];
}

function followed(known: Known, row: Meeting, event: Calendar['meetings'][number]): readonly Change[] {
  const review = bookedOne(known, row);
  if (!review) return [];
  const { start, end } = event;
  const same = dayOf(start) === row.scheduledFor && timeOf(start) === row.start && timeOf(end) === row.end;
  if (same) return answered(known, review, event.answers);
  if (row.audience === 'Staff') return moveMeetings(known, review, { start, end, moved: ['Staff'] }, {});
  const when = { scheduledFor: dayOf(start), start: timeOf(start), end: timeOf(end) };
  return [{ kind: 'save', record: 'meeting', key: row.key, seen: row.version, values: when }];
}

function answered(known: Known, review: Review, answers: Calendar['meetings'][number]['answers']): readonly Change[] {
  const by = new Map(answers.map(({ mail, answer }) => [mail, answer]));
  return known.records.invitee
    .by('review', review.key)
    .flatMap(({ key, version, mail, response = 'None' }): Change[] => {
      const answer = mail === undefined ? undefined : by.get(mail);
      if (answer === undefined || answer === response) return [];
      return [{ kind: 'save', record: 'invitee', key, seen: version, values: { response: answer } }];
    });
}

/** A review that was held, cancelled or booked anew meanwhile, or is being booked anew just now, is left as it is. */
function bookedOne({ records }: Known, row: Meeting): Review | undefined {
  const review = records.review.get(row.review ?? '');
  return review?.stage === 'Booked' && review.eventId !== undefined ? review : undefined;
}

const partOf = { Staff: 'Staff', Parents: 'Parent', Provider: 'Provider', Professionals: 'Professional' } as const;
