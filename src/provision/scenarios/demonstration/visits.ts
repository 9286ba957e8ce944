import type { NewRecord } from '../../write-records.ts';

/** Who makes the visits of the invented school. */
export interface Visitors {
  /** Entra object ids and names. */
  readonly visitor: { readonly id: string; readonly name: string };
  readonly apLeader: { readonly id: string; readonly name: string };
}

type Values = NewRecord['values'];

const answered: Values = {
  staff: 'Yes',
  staffNote: 'Lead tutor and the office',
  pupils: 'Yes',
  pupilsNote: 'Two pupils, both glad to be there',
  parents: 'No',
  parentsNote: 'None could be reached that day; rung the week after',
  work: 'Yes',
  workNote: 'Folders of this half term',
  lessons: 'Yes',
  lessonsNote: 'Half a practical lesson, calm and busy',
  unstructured: 'Yes',
  unstructuredNote: 'Morning break, supervised throughout',
  safeguarding: 'Yes',
  attendance: 'Yes',
  attendanceNote: 'Ten sessions compared, none differs',
  objectives: 'Yes',
  premises: 'No',
  staffing: 'No',
  pupilVoice: 'It is better when there is something to do with my hands.',
};

/**
 * Visits of the invented school on Tuesday 24 November 2026: some made last term, one due now, one overdue, one planned with
 * its visitor, and concerns with an action that is open. The key of a draft is as invented as everything else.
 */
export function visitRecords({ visitor, apLeader }: Visitors): readonly NewRecord[] {
  const visit = (key: string, provider: string, who: Visitors['visitor'], values: Values): NewRecord => ({
    record: 'visit',
    key: `vi-${key}`,
    values: {
      provider: `pr-${provider}`,
      site: `si-${provider}`,
      kind: 'Visit',
      visitor: who.id,
      visitorName: who.name,
      draftKey: `dk-demonstration-${key}`,
      ...values,
    },
  });
  const made = (key: string, provider: string, date: string, values: Values = {}) =>
    visit(key, provider, apLeader, {
      ...answered,
      stage: 'Done',
      announced: true,
      plannedFor: date,
      date,
      judgement: 'Good',
      recordedAt: `${date}T15:00:00Z`,
      recordedBy: apLeader.id,
      reportSharedOn: date,
      reportSharedBy: 'Mail',
      ...values,
    });
  return [
    // Last term.
    made('farm-june', 'farm', '2026-06-23'),
    made('college-june', 'college', '2026-06-30', { judgement: 'Acceptable' }),
    made('school-july', 'school', '2026-07-07'),
    // This term: concerns at the farm, and a college that is to be seen again within six weeks: due on Thursday.
    made('online-september', 'online', '2026-09-22', { kind: 'Online' }),
    made('farm-october', 'farm', '2026-10-06', {
      judgement: 'Concerns',
      judgementReasons: 'The gate to the lane was not shut during break.',
    }),
    made('college-october', 'college', '2026-10-15', { nextDue: '2026-11-26' }),
    made('unit-november', 'unit', '2026-11-10', { announced: false }),
    visit('online-december', 'online', visitor, {
      kind: 'Online',
      stage: 'Planned',
      announced: true,
      plannedFor: '2026-12-02',
      start: '10:00',
      end: '11:00',
      focus: 'How lessons at home are supervised',
    }),
    visit('farm-november', 'farm', visitor, {
      stage: 'Planned',
      announced: false,
      plannedFor: '2026-11-24',
      start: '10:30',
      end: '12:00',
      focus: 'The gate to the lane, and how breaks are supervised',
    }),
    // Infirmary Tuition Service: nobody has been there since its first pupil started in September.
    {
      record: 'agreedAction',
      key: 'ac-farm-october-1',
      values: {
        agreedAt: 'Visit',
        source: 'vi-farm-october',
        provider: 'pr-farm',
        text: 'Fit a latch that shuts by itself, and send a photograph of it.',
        owner: apLeader.id,
        ownerName: apLeader.name,
        due: '2026-11-27',
        status: 'Open',
      },
    },
  ];
}
