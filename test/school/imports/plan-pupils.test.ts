import { describe, expect, it } from 'vitest';
import { pupil as trial } from '../facts.ts';
import { planFile, refusals, saved } from './desk.ts';

const standing = {
  pupils: [
    {
      ...trial,
      key: 'pu-held',
      version: 'v7',
      upn: 'Y801200012345',
      legalName: 'Juno Sparrow',
      dateOfBirth: '2012-03-04',
      year: '9' as const,
      youthJustice: false,
      medicalPlan: false,
      freeSchoolMeals: true,
      riskFlags: [],
    },
  ],
};

describe('pupils from a file', () => {
  it('of SIMS are added, names put together, dates in English order', () => {
    const rows = planFile(
      'pupils',
      'UPN,Legal Surname,Legal Forename,Preferred Forename,DOB,Year taught in,Reg Group,SEN Status,FSM,DOA\r\n' +
        "Y801200012345,O'Hara-Smythe,Zoë,Zo,04/03/2012,Year  9,9B,K,T,01/09/2023\r\n",
    );
    expect(saved(rows[0])).toEqual([
      [
        'pupil',
        {
          upn: 'Y801200012345',
          legalName: "Zoë O'Hara-Smythe",
          preferredName: "Zo O'Hara-Smythe",
          initials: 'Z.O.',
          dateOfBirth: '2012-03-04',
          year: '9',
          tutorGroup: '9B',
          send: 'SENSupport',
          freeSchoolMeals: true,
          onRollFrom: '2023-09-01',
        },
      ],
    ]);
  });

  it('of Arbor and of Bromcom are recognised by their own headings', () => {
    const arbor = planFile(
      'pupils',
      'Arbor Student ID,Legal First Name,Legal Last Name,Unique Pupil Number,Date of Birth,Year Group,Registration Form,Enrolment start date\n' +
        '4711,Juno,Sparrow,Y801200012345,4 Mar 2012,Year 9,9B,2023-09-01\n',
    );
    const bromcom = planFile(
      'pupils',
      'Admission Number,First Name,Last Name,UPN,Date of Birth,Year Group,Tutor Group,On Roll Date\n' +
        '4711,Juno,Sparrow,Y801200012345,04/03/2012,9,9B,01/09/2023\n',
    );
    expect(saved(arbor[0])).toEqual(saved(bromcom[0]));
    expect(saved(arbor[0])[0]?.[1]).toMatchObject({ misId: '4711', legalName: 'Juno Sparrow', tutorGroup: '9B' });
  });

  it('take Excel numbers for dates, and a heading that somebody mapped by hand before', () => {
    const [row] = planFile('pupils', 'Who,Born,Grade,Joined\n"Sparrow, Juno",40972,10.0,45170.0\n', {
      remembered: { Who: 'legalName', Born: 'dateOfBirth', Grade: 'year', Joined: 'onRollFrom' },
    });
    expect(saved(row)[0]?.[1]).toMatchObject({
      legalName: 'Juno Sparrow',
      dateOfBirth: '2012-03-04',
      year: '10',
      onRollFrom: '2023-09-01',
    });
  });

  it('that stand already are left alone, or changed in what differs and nothing else', () => {
    const file = (year: string) =>
      `UPN,Surname,Forename,DOB,Year,FSM,DOA\nY801200012345,Sparrow,Juno,04/03/2012,${year},Y,\n`;
    expect(planFile('pupils', file('9'), { standing })).toEqual([{ line: 2, outcome: 'same' }]);
    const [row] = planFile('pupils', file('10'), { standing });
    expect(row).toEqual({
      line: 2,
      outcome: 'change',
      changes: [{ label: 'Year group', from: '9', to: '10' }],
      saves: [{ kind: 'save', record: 'pupil', key: 'pu-held', seen: 'v7', values: { year: '10' } }],
    });
  });

  it('are the same when imported twice: a blank cell takes nothing away', () => {
    const rows = planFile('pupils', 'UPN,Year,FSM\nY801200012345,9,\n', { standing });
    expect(rows).toEqual([{ line: 2, outcome: 'same' }]);
  });

  it('are refused row by row with every reason, while the others go on', () => {
    const rows = planFile(
      'pupils',
      [
        'UPN,Surname,Forename,DOB,Year,DOA,DOL',
        'Y801200012346,Reed,Wren,04/03/2012,9,01/09/2023,',
        ',Reed,Wren,31/02/2012,14,01/09/2023,',
        ',Reed,Wren,04/03/2012,9,,',
        ',Reed,Wren,04/03/2012,9,01/09/2023,31/08/2023',
        ',Reed,Wren,04/03/1979,9,01/09/2023,',
        ',Reed,Wren,04/03/2012,9,01/09/2023,',
        'Y801200012345,Reed,Wren,04/03/2012,9,01/09/2023,',
      ].join('\n'),
    );
    expect(refusals(rows)).toEqual({
      2: ['The check letter of the UPN does not fit its digits. One of them is mistyped.'],
      3: [
        'Date of birth "31/02/2012" is not a date. Write it like 24/11/2026.',
        'Year group must be one of: 7, 8, 9, 10, 11, 12, 13.',
      ],
      4: ['On roll from is missing.'],
      5: ['On roll to (Thu 31 Aug 2023) is before on roll from (Fri 1 Sep 2023).'],
      6: ['The date of birth Sun 4 Mar 1979 does not fit a pupil of a secondary school.'],
      8: ['This pupil stands in the file already, on line 7.'],
    });
    expect(rows.find(({ line }) => line === 7)?.outcome).toBe('add');
  });

  it('are not confused: one UPN for two people, two people of one name', () => {
    const file = (row: string) => `UPN,Name,DOB,Year,DOA\n${row}\n`;
    expect(
      refusals(planFile('pupils', file('Y801200012345,Wren Reed,05/06/2011,9,01/09/2023'), { standing }))[2],
    ).toEqual(['This UPN belongs to another pupil here: neither name nor date of birth agree.']);
    expect(refusals(planFile('pupils', file(',juno SPARROW,,9,01/09/2023'), { standing }))[2]).toEqual([
      'A pupil of this name is here already. Add the UPN or the date of birth to the file to tell them apart.',
    ]);
    const other = planFile('pupils', file(',Juno Sparrow,05/06/2011,9,01/09/2023'), { standing });
    expect(other[0]?.outcome).toBe('add');
  });

  it('a UPN twice in one file is refused the second time', () => {
    const rows = planFile(
      'pupils',
      'UPN,Name,DOB,Year,DOA\nY801200012345,Wren Reed,05/06/2012,9,01/09/2023\ny801200012345,Wren Reed,05/06/2012,9,01/09/2023\n',
    );
    expect(refusals(rows)).toEqual({ 3: ['This pupil stands in the file already, on line 2.'] });
  });

  it("bring flags only from the DSL's hand; from others the column is left out", () => {
    const file = 'UPN,Name,DOB,Year,DOA,In Care\nY801200012345,Wren Reed,05/06/2012,9,01/09/2023,Yes\n';
    expect(saved(planFile('pupils', file)[0])[0]?.[1]).not.toHaveProperty('cla');
    expect(saved(planFile('pupils', file, { flags: true })[0])[0]?.[1]).toHaveProperty('cla', 'CLA');
  });
});
