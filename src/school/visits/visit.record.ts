import { choice, instant, link, longText, schoolDay, text, time, yesNo } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';

/** How a provider is looked at (clauses 8.1, 8.5). Only a visit to a site stands for one where there is a site to go to. */
export const visitKinds = ['Visit', 'HomeVisit', 'Phone', 'Online', 'Desktop'] as const;

/** What a visit comes to (clause 8.6). `Stop`: nobody goes there until the reviews have decided. */
export const judgements = ['Good', 'Acceptable', 'Concerns', 'Stop'] as const;

const answer = (label: string) => choice(label, ['Yes', 'No'], {});
const note = (label: string) => longText(`${label}: note`, {});

/** One quality-assurance visit to a provider: who goes when, what was seen, what it comes to (domain.md 10, QAV; clauses 8.1, 8.4–8.6). */
export const visit = record({
  name: 'visit',
  list: 'AP Visits',
  label: 'Visit',
  says: 'One quality-assurance visit to a provider: who goes when, what was seen, the judgement.',
  keyOf: 'vi- and an opaque id',
  retention: 'provider',
  area: 'review',
  mirror: 'whole',
  fields: {
    provider: link('Provider', 'provider', { required: true, indexed: true }),
    site: link('Site', 'site', {}),
    kind: choice('Kind', visitKinds, {
      required: true,
      words: {
        Visit: 'Visit to the site',
        HomeVisit: 'Visit to a home',
        Phone: 'By telephone',
        Online: 'Online meeting',
        Desktop: 'On paper',
      },
    }),
    announced: yesNo('Announced', { hint: 'A mix of announced and unannounced visits shows most' }),
    stage: choice('Stage', ['Planned', 'Done', 'Cancelled'], { required: true, indexed: true }),
    plannedFor: schoolDay('Planned for', { indexed: true }),
    start: time('From', { hint: 'On the school’s wall clock' }),
    end: time('Until', {}),
    visitor: text('Who goes', {
      indexed: true,
      hint: 'Entra object id; empty for somebody who is not on the staff list',
    }),
    visitorName: text('Who goes (name)', { required: true }),
    focus: longText('What to look at', { hint: 'Initials only' }),
    loneWorking: text('Lone working', { hint: 'Home visit: who knows where you are, and when you ring' }),
    plannedAt: instant('Planned at', {}),
    booking: text('Booking', { hint: 'Opaque id of the booking that counts; its meetings are found by it' }),
    eventId: text('Event', { indexed: true, hint: 'Immutable id of the appointment in Outlook' }),
    notBooked: text('Why it is not in the calendar', {}),
    draftKey: text('Key of the draft', { hint: 'Locks what is typed on a phone until it is saved' }),
    cancelledBecause: text('Why it is cancelled', {}),
    date: schoolDay('Visited on', { indexed: true }),
    staff: answer('Spoke to staff'),
    staffNote: note('Spoke to staff'),
    pupils: answer('Spoke to pupils'),
    pupilsNote: note('Spoke to pupils'),
    parents: answer('Spoke to parents'),
    parentsNote: note('Spoke to parents'),
    work: answer('Looked at pupils’ work'),
    workNote: note('Looked at pupils’ work'),
    lessons: answer('Watched lessons'),
    lessonsNote: note('Watched lessons'),
    unstructured: answer('Watched breaks and free time'),
    unstructuredNote: note('Watched breaks and free time'),
    safeguarding: answer('Safeguarding as agreed'),
    safeguardingNote: note('Safeguarding as agreed'),
    attendance: answer('Attendance agrees with ours'),
    attendanceNote: note('Attendance agrees with ours'),
    objectives: answer('Pupils near their objectives'),
    objectivesNote: note('Pupils near their objectives'),
    premises: answer('Premises have changed'),
    premisesNote: note('Premises have changed'),
    staffing: answer('Staff have changed'),
    staffingNote: note('Staff have changed'),
    pupilVoice: longText('What pupils say', { hint: 'In their own words; initials only' }),
    judgement: choice('Judgement', judgements, { words: { Stop: 'Stop: nobody goes there' } }),
    judgementReasons: longText('Reasons for the judgement', {}),
    nextDue: schoolDay('Next visit by', { hint: 'Sooner than the policy asks; empty: as the policy asks' }),
    recordedAt: instant('Written up at', {}),
    recordedBy: text('Written up by', { hint: 'Entra object id' }),
    reportSharedOn: schoolDay('Report shared on', {}),
    reportSharedBy: choice('Report shared by', ['Mail', 'Letter', 'InPerson', 'Portal'], {}),
  },
});

/** A visit as kept. */
export type Visit = RecordOf<typeof visit>;

/** What a visit may come to. */
export type Judgement = (typeof judgements)[number];
