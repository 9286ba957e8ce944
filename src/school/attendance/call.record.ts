import { choice, instant, link, longText, schoolDay, text } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';
import { sessions } from '../placements/schedule-slot.record.ts';

/** What came of one call. */
export const callResults = ['Spoke', 'NoAnswer', 'Voicemail', 'WrongNumber', 'LocatedSafe', 'NotThere'] as const;

/** One attempt to find out where a pupil is: who was rung, when, with what result, by whom. */
export const call = record({
  name: 'call',
  list: 'AP Calls',
  label: 'Call',
  says: 'One attempt to find out where a pupil is: who was asked, when, the result, by whom.',
  keyOf: 'pupil|date|session|contact|instant',
  retention: 'register',
  area: 'follow-up',
  mirror: 'monthly',
  fields: {
    followUp: link('Follow-up', 'followUp', { required: true, indexed: true }),
    pupil: link('Pupil', 'pupil', { required: true, indexed: true }),
    date: schoolDay('Date', { required: true, indexed: true }),
    month: text('Month', { required: true, indexed: true, maxLength: 7 }),
    session: choice('Session', sessions, { required: true }),
    contact: text('Who was asked', {
      required: true,
      hint: 'A contact of the pupil, or provider, school, on-the-way, social-worker, virtual-school, youth-justice, police',
    }),
    at: instant('When', { required: true }),
    result: choice('Result', callResults, { required: true }),
    note: longText('Note', {}),
    by: text('By', { required: true, hint: 'Entra object id' }),
    byName: text('By (name)', {}),
  },
});

/** A call as kept. */
export type Call = RecordOf<typeof call>;
