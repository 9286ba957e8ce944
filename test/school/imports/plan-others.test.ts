import { describe, expect, it } from 'vitest';
import type { Standing } from '../../../src/school/imports/plan.types.ts';
import { pupil as trial } from '../facts.ts';
import { planFile, refusals, saved } from './desk.ts';

const rest = { youthJustice: false, medicalPlan: false, freeSchoolMeals: false, riskFlags: [], version: 'v1' };
const juno = {
  ...trial,
  ...rest,
  key: 'pu-juno',
  upn: 'Y801200012345',
  legalName: 'Juno Sparrow',
  year: '10' as const,
};
const finn = { ...juno, key: 'pu-finn', upn: 'C80120001234A', legalName: 'Finn Sparrow' };
const farm = {
  key: 'pr-farm',
  version: 'v1',
  name: 'Hill Farm',
  type: 'NonSchool' as const,
  urn: '123456',
  status: 'Approved' as const,
  supervisedOnLine: false,
};
const site = {
  key: 'si-farm',
  version: 'v1',
  provider: 'pr-farm',
  name: 'Main site',
  kind: 'Main' as const,
  inUse: true,
};
const parent = {
  key: 'pu-juno|pe-kit',
  version: 'v3',
  pupil: 'pu-juno',
  person: 'pe-kit',
  type: 'Parent' as const,
  name: 'Kit Sparrow',
  phone1: '07700 900123',
  parentalResponsibility: true,
  livesWith: true,
  mayContact: true,
  mayAttend: true,
  barred: false,
  emailAgreedForNotices: false,
};
const standing: Partial<Standing> = { pupils: [juno, finn], providers: [farm], sites: [site], contacts: [parent] };

describe('contacts from a file', () => {
  it('find the pupil by UPN, and put back the nought that Excel takes away', () => {
    const [row] = planFile(
      'contacts',
      'UPN,Contact Surname,Contact Forename,Relationship,Mobile,Parental Responsibility,Priority\nC80120001234A,Vale,Noor,Foster Carer,7700900456,Y,1\n',
      { standing },
    );
    expect(saved(row)).toEqual([
      [
        'contact',
        {
          pupil: 'pu-finn',
          person: 'pe-1',
          name: 'Noor Vale',
          type: 'Carer',
          phone1: '07700900456',
          parentalResponsibility: true,
          order: 1,
          mayContact: true,
        },
      ],
    ]);
  });

  it("a sibling's parent with the same number is the same person", () => {
    const [row] = planFile(
      'contacts',
      'UPN,Name,Relationship,Telephone\nC80120001234A,Kit Sparrow,Mother,07700900123\n',
      { standing },
    );
    expect(row && 'saves' in row ? row.saves[0]?.key : '').toBe('pu-finn|pe-kit');
  });

  it('refuse a number that Excel has shortened, an unknown pupil, and a row about nobody', () => {
    const file =
      'Student,UPN,Contact,Relationship,Mobile\nJuno Sparrow,,Ada Vale,Mother,7.7E+09\nNobody Known,,Ada Vale,Mother,\n,,Ada Vale,Mother,\n';
    expect(refusals(planFile('contacts', file, { standing }))).toEqual({
      2: ['Telephone "7.7E+09" was shortened by Excel. Format the column as text and export it again.'],
      3: ['No pupil here has this name. Import the pupil first.'],
      4: ['The row does not say which pupil. Map a column to the UPN, the id or the name of the pupil.'],
    });
  });

  it('never touch a person who is barred', () => {
    const barred = { ...standing, contacts: [{ ...parent, barred: true }] };
    const rows = planFile('contacts', 'UPN,Name,Relationship,Mobile\nY801200012345,Kit Sparrow,Mother,07700900999\n', {
      standing: barred,
    });
    expect(refusals(rows)[2]).toEqual([
      'This person is barred for this pupil. Only the DSL may change them, on the page of the pupil.',
    ]);
  });
});

describe('providers from a file', () => {
  it('are added as Prospective with their main site', () => {
    const [row] = planFile(
      'providers',
      'Provider,Type,URN,Address,Postcode,Attendance telephone\nRiverside College,College,654321,"1 Quay\nTown",ab1 2cd,01632 960111\n',
      { standing },
    );
    expect(saved(row)).toEqual([
      [
        'provider',
        {
          status: 'Prospective',
          name: 'Riverside College',
          type: 'FECollege',
          urn: '654321',
          attendancePhone: '01632 960111',
        },
      ],
      [
        'site',
        {
          provider: 'pr-1',
          name: 'Main site',
          kind: 'Main',
          inUse: true,
          address: '1 Quay, Town',
          postcode: 'AB1 2CD',
        },
      ],
    ]);
  });

  it('are found again by URN under a new name, and refused when URN and name are two', () => {
    const [renamed] = planFile('providers', 'Name,URN\nHill Farm Trust,123456\n', { standing });
    expect(renamed).toMatchObject({
      outcome: 'change',
      changes: [{ label: 'Name', from: 'Hill Farm', to: 'Hill Farm Trust' }],
    });
    const two = { ...standing, providers: [farm, { ...farm, key: 'pr-2', name: 'Riverside', urn: '654321' }] };
    expect(refusals(planFile('providers', 'Name,URN\nRiverside,123456\n', { standing: two }))[2]).toEqual([
      'The URN belongs to one provider here and the name to another.',
    ]);
  });
});

describe('placements from a file', () => {
  const file = (sessions: string, start = '04/01/2027', provider = 'Hill Farm') =>
    `UPN,Provider,Legal basis,Start date,Stage,Nature of activity,Sessions\nY801200012345,${provider},Agreed,${start},Active,Animal care,${sessions}\n`;

  it('come with their weekly sessions', () => {
    const [row] = planFile('placements', file('Mon AM 9.15-12:15; Tue PM 12:45–15:00 (A)'), { standing });
    expect(saved(row)).toEqual([
      [
        'placement',
        {
          pupil: 'pu-juno',
          provider: 'pr-farm',
          sessionsPerWeek: 2,
          legalBasis: 'AGREED_AP',
          stage: 'Active',
          startDate: '2027-01-04',
          natureOfActivity: 'Animal care',
        },
      ],
      [
        'scheduleSlot',
        {
          placement: 'pl-1',
          site: 'si-farm',
          place: 'Site',
          validFrom: '2027-01-04',
          day: 'Monday',
          session: 'AM',
          start: '09:15',
          end: '12:15',
          weekPattern: 'Every',
        },
      ],
      [
        'scheduleSlot',
        {
          placement: 'pl-1',
          site: 'si-farm',
          place: 'Site',
          validFrom: '2027-01-04',
          day: 'Tuesday',
          session: 'PM',
          start: '12:45',
          end: '15:00',
          weekPattern: 'A',
        },
      ],
    ]);
  });

  it.each([
    [
      'Mon 09:15',
      'The session "Mon 09:15" cannot be read. Write it like Mon AM 09:15-12:15, and (A) or (B) for one week only.',
    ],
    ['Mon AM 12:15-09:15', 'The session "Mon AM 12:15-09:15" ends before it begins.'],
    ['Mon AM 09:15-12:15; Monday AM 09:30-11:00 (B)', '"Monday AM 09:30-11:00 (B)" stands twice in the week.'],
  ])('refuse the sessions "%s"', (sessions, says) => {
    expect(refusals(planFile('placements', file(sessions), { standing }))[2]).toEqual([says]);
  });

  it('refuse a pupil expected at two places in one session, but not in the other week', () => {
    const placement = {
      key: 'pl-held',
      version: 'v1',
      pupil: 'pu-juno',
      provider: 'pr-else',
      legalBasis: 'AGREED_AP' as const,
      stage: 'Active' as const,
      startDate: '2026-09-07',
      dualRegistered: false,
      reviewReasons: [],
    };
    const slot = {
      key: 'sl-1',
      version: 'v1',
      placement: 'pl-held',
      weekPattern: 'A' as const,
      day: 'Monday' as const,
      session: 'AM' as const,
      place: 'Site' as const,
      start: '09:00',
      end: '12:00',
      validFrom: '2026-09-07',
    };
    const busy = { ...standing, placements: [placement], slots: [slot] };
    expect(refusals(planFile('placements', file('Mon AM 09:15-12:15'), { standing: busy }))[2]).toEqual([
      'The pupil is expected at another provider on Monday AM already.',
    ]);
    expect(planFile('placements', file('Mon AM 09:15-12:15 (B)'), { standing: busy })[0]?.outcome).toBe('add');
    const ended = { ...busy, placements: [{ ...placement, actualEnd: '2026-12-18' }] };
    expect(planFile('placements', file('Mon AM 09:15-12:15'), { standing: ended })[0]?.outcome).toBe('add');
  });

  it('refuse a provider that is stopped, or that nobody knows', () => {
    const stopped = { ...standing, providers: [{ ...farm, status: 'Stopped' as const }] };
    expect(refusals(planFile('placements', file('Mon AM 09:15-12:15'), { standing: stopped }))[2]).toEqual([
      'The provider is stopped. No placement may begin there.',
    ]);
    expect(refusals(planFile('placements', file('', '04/01/2027', 'Elsewhere'), { standing }))[2]).toEqual([
      'No provider here is called "Elsewhere". Import the provider first.',
    ]);
  });
});
