import { describe, expect, it } from 'vitest';
import { type CodeClass, codeOn, codeTrouble, registerCodes } from '../../../src/school/attendance/codes.ts';
import { registerShare, sessionShare } from '../../../src/school/attendance/percentages.ts';
import { type Situation, suggestCode } from '../../../src/school/attendance/suggest-code.ts';

const on = '2026-05-12';

describe('every code of the 2024 Regulations (domain.md 3.2)', () => {
  const table: Readonly<Record<CodeClass, readonly string[]>> = {
    attending: ['/', '\\', 'L'],
    'approved-activity': ['K', 'V', 'P', 'W', 'B'],
    authorised: ['C', 'C1', 'C2', 'E', 'I', 'J1', 'M', 'R', 'S', 'T'],
    'not-possible': ['D', 'Q', 'X', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7'],
    unauthorised: ['G', 'N', 'O', 'U'],
    administrative: ['Z', '#'],
  };
  const rows = Object.entries(table).flatMap(([kind, codes]) => codes.map((code) => [code, kind] as const));

  it.each(rows)('%s is %s', (code, kind) => {
    expect(codeOn(code, on)?.class).toBe(kind);
  });

  it('holds no other code that may be entered today', () => {
    const usable = registerCodes.filter((each) => codeOn(each.code, on)).map((each) => each.code);
    expect(usable.toSorted()).toEqual(rows.map(([code]) => code).toSorted());
  });

  it('asks for a note with B, K and Y7 only', () => {
    const noted = rows.map(([code]) => code).filter((code) => codeTrouble({ code, date: on }) !== undefined);
    expect(noted.toSorted()).toEqual(['B', 'K', 'Y7']);
    for (const code of noted) expect(codeTrouble({ code, date: on, note: 'Farm work' })).toBeUndefined();
  });

  it.each(['K', 'C1', 'C2', 'J1', 'Q', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7'])(
    '%s is used from 19 August 2024',
    (code) => {
      expect(codeTrouble({ code, date: '2024-08-18', note: 'n' })).toBe(`Code ${code} is only used from 2024-08-19.`);
      expect(codeTrouble({ code, date: '2024-08-19', note: 'n' })).toBeUndefined();
    },
  );

  it.each(['H', 'J', 'Y'])('%s was used until 18 August 2024', (code) => {
    expect(codeTrouble({ code, date: '2024-08-18' })).toBeUndefined();
    expect(codeTrouble({ code, date: '2024-08-19' })).toBe(
      `Code ${code} was retired on Sun 18 Aug 2024. Choose the code that replaced it.`,
    );
  });

  it.each(['F', '7', '8', '9'])('%s is refused on every date', (code) => {
    for (const date of ['2021-02-01', on]) {
      expect(codeTrouble({ code, date })).toBe(`Code ${code} was retired. Choose the code that replaced it.`);
    }
  });
});

describe('percentages (domain.md 3.2)', () => {
  const marks = (...codes: readonly (string | undefined)[]) => codes.map((code) => ({ code, date: on }));

  it('take D, Y and # out of the possible sessions', () => {
    expect(registerShare(marks('B', '/', 'D', 'Y4', '#', 'Z'))).toEqual({ attended: 2, possible: 2, percent: 100 });
  });

  it('are lowered by a part-time timetable, flexi-schooling and silence about the reason', () => {
    expect(registerShare(marks('B', 'C2', 'C', 'N'))).toEqual({ attended: 1, possible: 4, percent: 25 });
  });

  it('count nothing where no code stands, and give no number where none counts', () => {
    expect(registerShare(marks(undefined, 'D'))).toEqual({ attended: 0, possible: 0, percent: undefined });
  });

  it('do not count a code on a date on which it did not exist', () => {
    expect(registerShare([{ code: 'H', date: on }])).toMatchObject({ possible: 0 });
    expect(registerShare([{ code: 'H', date: '2024-07-01' }])).toMatchObject({ possible: 1 });
  });

  it('of AP sessions count silence as expected and not attended, closures not at all', () => {
    const said = ['AttendedOnTime', 'AttendedLate', 'LeftEarly', 'SentHome', 'NotReported', 'AbsentReason'] as const;
    const all = [...said, 'NotExpected', 'ProviderClosed'] as const;
    expect(sessionShare(all.map((providerStatus) => ({ providerStatus })))).toEqual({
      attended: 4,
      possible: 6,
      percent: 66.7,
    });
  });
});

describe('which code for which situation (domain.md 3.3)', () => {
  const farm: Situation = {
    status: 'AttendedOnTime',
    session: 'AM',
    legalBasis: 'AGREED_AP',
    dualRegistered: false,
    providerType: 'NonSchool',
    siteKind: 'Main',
    place: 'Site',
    supervisedOnLine: false,
  };
  const table: readonly (readonly [string, Partial<Situation>, string | undefined, 'law' | 'officer' | 'none'])[] = [
    ['school-arranged AP, physically there', {}, 'B', 'law'],
    ['work experience', { providerType: 'WorkBased' }, 'W', 'law'],
    ['on-site AP in the morning', { providerType: 'OnSite', place: 'School' }, '/', 'law'],
    ['on-site AP in the afternoon', { providerType: 'OnSite', place: 'School', session: 'PM' }, '\\', 'law'],
    ['late to on-site AP', { providerType: 'OnSite', place: 'School', status: 'AttendedLate' }, 'L', 'officer'],
    ['dual registered, attended', { dualRegistered: true, providerType: 'AcademySchool' }, 'D', 'law'],
    ['dual registered, absent', { dualRegistered: true, status: 'AbsentNoReason' }, 'D', 'law'],
    ['another school, not registered there', { providerType: 'AcademySchool' }, 'B', 'law'],
    ['arranged by the LA, medical', { legalBasis: 'LA_s19', providerType: 'OneToOneTuition' }, 'K', 'law'],
    ['arranged by the LA, EHCP s.42', { legalBasis: 'EHCP_s42' }, 'K', 'law'],
    ['arranged by the LA, EHCP s.61', { legalBasis: 'EHCP_s61' }, 'K', 'law'],
    ['college 14 to 16', { providerType: 'FECollege' }, 'B', 'law'],
    ['online at home', { providerType: 'Online', siteKind: 'Online', place: 'Home' }, 'C2', 'officer'],
    ['online in school', { providerType: 'Online', siteKind: 'Online', place: 'School' }, '/', 'law'],
    ['flexi-schooling at home', { legalBasis: 'FLEXI', place: 'Home' }, 'C', 'law'],
    ['late to AP', { status: 'AttendedLate' }, 'B', 'law'],
    ['left AP early', { status: 'LeftEarly' }, 'B', 'law'],
    ['sent home by the provider', { status: 'SentHome' }, 'B', 'law'],
    ['ill', { status: 'AbsentReason', reason: 'Illness' }, 'I', 'law'],
    ['at the dentist', { status: 'AbsentReason', reason: 'Medical' }, 'M', 'law'],
    ['religious observance', { status: 'AbsentReason', reason: 'Religious' }, 'R', 'law'],
    ['at an interview', { status: 'AbsentReason', reason: 'Interview' }, 'J1', 'law'],
    ['suspended by the school', { status: 'AbsentReason', reason: 'Suspended' }, 'E', 'law'],
    ['transport failed', { status: 'AbsentReason', reason: 'Transport' }, 'Y1', 'law'],
    ['on holiday not granted', { status: 'AbsentReason', reason: 'Holiday' }, 'G', 'law'],
    ['another reason', { status: 'AbsentReason', reason: 'Other' }, undefined, 'officer'],
    ['absent, reason unknown', { status: 'AbsentNoReason' }, 'N', 'law'],
    ['provider closed', { status: 'ProviderClosed' }, undefined, 'officer'],
    ['elsewhere', { status: 'Elsewhere' }, undefined, 'officer'],
    ['silence', { status: 'NotReported' }, undefined, 'none'],
    ['silence about a dual registered pupil', { status: 'NotReported', dualRegistered: true }, undefined, 'none'],
    ['not expected', { status: 'NotExpected' }, undefined, 'none'],
    ['tuition at home', { place: 'Home' }, undefined, 'officer'],
  ];

  it.each(table)('%s', (_, more, code, kind) => {
    expect(suggestCode({ ...farm, ...more })).toMatchObject(code === undefined ? { kind } : { code, kind });
    if (code === undefined) expect(suggestCode({ ...farm, ...more }).code).toBeUndefined();
  });

  it('never offers L, U, X or a retired code off site', () => {
    for (const [, more] of table.filter(([, each]) => each.place !== 'School')) {
      expect(['L', 'U', 'X', 'H', 'J', 'Y']).not.toContain(suggestCode({ ...farm, ...more }).code);
    }
  });
});
