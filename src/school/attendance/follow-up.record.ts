import { choice, instant, link, schoolDay, text } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';
import { sessions } from '../placements/schedule-slot.record.ts';

/** Finding out where a pupil is who did not arrive (domain.md 3.4 and 10, ABS). One per pupil and session. */
export const followUp = record({
  name: 'followUp',
  list: 'AP Follow-ups',
  label: 'Absence follow-up',
  says: 'Who was rung about a pupil who did not arrive, with what result, until the pupil is located.',
  keyOf: 'pupil|date|session',
  retention: 'register',
  area: 'follow-up',
  mirror: 'monthly',
  fields: {
    pupil: link('Pupil', 'pupil', { required: true, indexed: true }),
    placement: link('Placement', 'placement', { required: true }),
    date: schoolDay('Date', { required: true, indexed: true }),
    month: text('Month', { required: true, indexed: true, maxLength: 7 }),
    session: choice('Session', sessions, { required: true }),
    state: choice('State', ['Open', 'Located', 'Closed'], { required: true, indexed: true }),
    openedAt: instant('Opened at', { required: true }),
    officer: text('Officer', { hint: 'Entra object id of who is ringing' }),
    located: text('Where', {}),
    locatedSaidBy: text('Who said so', {}),
    locatedAt: instant('Located at', {}),
    dslInformedAt: instant('DSL informed at', {}),
    dslInformedBy: text('DSL informed by', {}),
    socialWorkerInformedAt: instant('Social worker informed at', {}),
    virtualSchoolInformedAt: instant('Virtual School informed at', {}),
    youthJusticeInformedAt: instant('Youth justice informed at', {}),
    policeReference: text('Police reference', {}),
    outcome: text('Outcome', {}),
    closedAt: instant('Closed at', {}),
  },
});

/** An absence follow-up as kept. */
export type FollowUp = RecordOf<typeof followUp>;
