import { weekdays } from '../../../school/placements/schedule-slot.record.ts';
import { checkLetter } from '../../../school/pupils/upn.ts';
import type { NewRecord } from '../../write-records.ts';
import { seeded } from '../demonstration/history/usual.ts';

const given = 'Abe Bryn Cass Dara Edie Flo Gil Hana Ivo Jude Kit Lark Mina Nye Orla Pip Quin Rue Seth Tess'.split(' ');
const first = 'Alder Brook Clover Dusk Ember Fen Glen Heron Iron Jasper Kestrel Linden'.split(' ');
const last = 'by croft den ford ham keld low moor ness royd'.split(' ');
const kinds = ['NonSchool', 'FECollege', 'OneToOneTuition', 'Online', 'WorkBased', 'PRU', 'NonSchool', 'OnSite'];
const names = 'Farm College Tuition Online Workshop Centre Garden Unit'.split(' ');
const natures =
  'Animal care;Vocational course;Tuition;Online lessons;Motor vehicle;Core subjects;Horticulture;Small-group teaching'.split(
    ';',
  );

/** Eight providers with a site each, and as many pupils as asked for with a placement of five weekly sessions, two numbers to ring for each. */
export function trustPlacements(school: number, count: number): readonly NewRecord[] {
  const random = seeded(school * 7919);
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
  const providers = names.flatMap((name, at) => providerOf(school, name, at));
  const pupils = Array.from({ length: count }, (_, at) => {
    const name = `${pick(given)} ${pick(first)}${pick(last)}`;
    return pupilOf(school, at + 1, name, random());
  });
  return [...providers, ...pupils.flat()];
}

function providerOf(school: number, name: string, at: number): readonly NewRecord[] {
  const key = `pr-${at + 1}`;
  const phone = `01632 96${String(school).padStart(2, '0')}${at}0`;
  return [
    {
      record: 'provider',
      key,
      values: {
        name: `${first[(school + at) % first.length]} ${name}`,
        type: kinds[at],
        status: 'Approved',
        supervisedOnLine: kinds[at] === 'Online',
        attendanceContact: `${name} office`,
        attendancePhone: phone,
      },
    },
    {
      record: 'site',
      key: `si-${at + 1}`,
      values: {
        provider: key,
        name: 'Main site',
        kind: kinds[at] === 'Online' ? 'Online' : kinds[at] === 'OnSite' ? 'School' : 'Main',
        address: `${at + 1} ${name} Lane`,
        inUse: true,
      },
    },
  ];
}

function pupilOf(school: number, n: number, name: string, drawn: number): readonly NewRecord[] {
  const key = `pu-${two(n)}`;
  const provider = (n % 8) + 1;
  const year = String(7 + (n % 5));
  const digits = `801200${String(school * 100 + n).padStart(6, '0')}`;
  const initials = name
    .split(' ')
    .map((word) => `${word[0]}.`)
    .join('');
  const pupil: NewRecord = {
    record: 'pupil',
    key,
    values: {
      upn: `${checkLetter(digits)}${digits}`,
      legalName: name,
      initials,
      year,
      tutorGroup: `${year}${'ABCD'[n % 4]}`,
      onRollFrom: '2024-09-01',
      socialWorker: drawn > 0.9 ? 'CIN' : 'None',
      cla: drawn < 0.05 ? 'CLA' : 'No',
    },
  };
  const contacts = [1, 2].map(
    (order): NewRecord => ({
      record: 'contact',
      key: `${key}|pe-${n}-${order}`,
      values: {
        pupil: key,
        person: `pe-${n}-${order}`,
        type: 'Parent',
        name: `Parent ${order} of ${initials}`,
        phone1: `07700 9${String(school).padStart(2, '0')}${two(n)}${order}`,
        mayContact: true,
        parentalResponsibility: true,
        order,
      },
    }),
  );
  const placement: NewRecord = {
    record: 'placement',
    key: `pl-${two(n)}`,
    values: {
      pupil: key,
      provider: `pr-${provider}`,
      legalBasis: kinds[provider - 1] === 'OnSite' ? 'ONSITE_AP' : 'AGREED_AP',
      stage: 'Active',
      startDate: '2025-11-03',
      natureOfActivity: natures[provider - 1],
      sessionsPerWeek: 5,
    },
  };
  const slots = weekdays.map(
    (day, at): NewRecord => ({
      record: 'scheduleSlot',
      key: `sl-${two(n)}-${at + 1}`,
      values: {
        placement: `pl-${two(n)}`,
        site: `si-${provider}`,
        weekPattern: 'Every',
        day,
        session: n % 2 === 0 ? 'AM' : 'PM',
        place: kinds[provider - 1] === 'Online' || kinds[provider - 1] === 'OnSite' ? 'School' : 'Site',
        start: n % 2 === 0 ? '09:15' : '13:00',
        end: n % 2 === 0 ? '12:00' : '15:00',
        validFrom: '2025-11-03',
      },
    }),
  );
  return [pupil, ...contacts, placement, ...slots];
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
