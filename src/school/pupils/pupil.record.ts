import { choice, choices, schoolDay, text, yesNo } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';

/** What makes a pupil's unexplained absence a matter for the DSL at once (domain.md 3.4). */
export const riskFlags = ['Exploitation', 'MissingBefore', 'Absconding', 'SelfHarm', 'OnlineRisk', 'Other'] as const;

/** A pupil on the school's roll, as far as AP needs to know (domain.md 10, PUP). Shown by initials outside the AP team. */
export const pupil = record({
  name: 'pupil',
  list: 'AP Pupils',
  label: 'Pupil',
  says: 'A pupil on roll who is, was or may be educated off site.',
  keyOf: 'pu- and an opaque id',
  retention: 'pupil-file',
  area: 'pupil-core',
  mirror: 'whole',
  fields: {
    upn: text('UPN', { unique: true, maxLength: 13, hint: 'Thirteen characters, such as A123456789012' }),
    misId: text('Information system id', {}),
    legalName: text('Legal name', { required: true }),
    preferredName: text('Preferred name', {}),
    initials: text('Initials', { required: true, maxLength: 8, hint: 'As on cards, such as J.S.' }),
    dateOfBirth: schoolDay('Date of birth', {}),
    year: choice('Year group', ['7', '8', '9', '10', '11', '12', '13'], { required: true }),
    tutorGroup: text('Tutor group', {}),
    tutor: text('Tutor', { hint: 'Entra object id of the tutor' }),
    send: choice('SEND', ['None', 'SENSupport', 'EHCP'], { words: { EHCP: 'Education, health and care plan' } }),
    ehcpAuthority: text('EHCP authority', {}),
    cla: choice('Looked after', ['No', 'CLA', 'PreviouslyCLA'], {
      words: { CLA: 'Looked after', PreviouslyCLA: 'Previously looked after' },
    }),
    careAuthority: text('Care authority', {}),
    socialWorker: choice('Social worker', ['None', 'CIN', 'CP', 'Other'], {
      words: { CIN: 'Child in need', CP: 'Child protection plan', Other: 'Other reason' },
    }),
    youthJustice: yesNo('Youth justice service', {}),
    medicalPlan: yesNo('Individual healthcare plan', {}),
    freeSchoolMeals: yesNo('Free school meals', {}),
    riskFlags: choices('Risk flags', riskFlags, {}),
    onRollFrom: schoolDay('On roll from', { required: true }),
    onRollTo: schoolDay('On roll to', { hint: 'Last day on roll; empty while on roll' }),
  },
});

/** A pupil as kept. */
export type Pupil = RecordOf<typeof pupil>;
