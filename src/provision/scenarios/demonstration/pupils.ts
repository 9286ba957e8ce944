import type { NewRecord } from '../../write-records.ts';

/** An invented pupil in short: opaque id, legal name, year, and what else matters about them. */
interface Sketch {
  readonly id: string;
  readonly name: string;
  readonly preferred?: string;
  readonly year: string;
  readonly more?: Readonly<Record<string, unknown>>;
  /** Telephone numbers of the people to ring first; from the ranges that belong to nobody. */
  readonly phones: readonly string[];
}

const sketches: readonly Sketch[] = [
  { id: 'pu-amber', name: 'Amber Mallowfield', year: '11', phones: ['01632 960101', '07700 900101'] },
  {
    id: 'pu-jonah',
    name: 'Jonah Stavelock',
    year: '10',
    phones: ['01632 960102', '07700 900102'],
    more: { riskFlags: ['MissingBefore', 'Exploitation'], socialWorker: 'CP' },
  },
  { id: 'pu-jess', name: 'Jess Sandringlow', year: '10', phones: ['01632 960103', '07700 900103'] },
  {
    id: 'pu-kofi',
    name: 'Kofi Brackenridge',
    year: '9',
    phones: ['01632 960104', '07700 900104'],
    more: { cla: 'CLA', careAuthority: 'Derbyshire' },
  },
  { id: 'pu-niamh', name: "Niamh O'Dunmarrow", year: '9', phones: ['01632 960105'], more: { freeSchoolMeals: true } },
  {
    id: 'pu-zoe',
    name: 'Zoë Hartlewick',
    year: '8',
    phones: ['01632 960106', '07700 900106'],
    more: { send: 'SENSupport' },
  },
  {
    id: 'pu-tariq',
    name: 'Tariq Oldershaw',
    year: '11',
    phones: ['01632 960107', '07700 900107'],
    more: { youthJustice: true },
  },
  {
    id: 'pu-lowri',
    name: 'Lowri Penhaligan-Trott',
    preferred: 'Lowri Trott',
    year: '10',
    phones: ['01632 960108', '07700 900108'],
  },
  {
    id: 'pu-dev',
    name: 'Dev Ramsbottle',
    year: '7',
    phones: ['01632 960109', '07700 900109'],
    more: { medicalPlan: true },
  },
  {
    id: 'pu-elin',
    name: 'Elin Crosswaite',
    year: '8',
    phones: ['01632 960110', '07700 900110'],
    more: { send: 'EHCP', ehcpAuthority: 'Derbyshire' },
  },
  { id: 'pu-marcus', name: 'Marcus Thistledown', year: '11', phones: ['01632 960111', '07700 900111'] },
  {
    id: 'pu-bea',
    name: 'Beatrix Fallowmere',
    preferred: 'Bea Fallowmere',
    year: '9',
    phones: ['01632 960112', '07700 900112'],
  },
  { id: 'pu-sol', name: 'Solomon Wexcombe', year: '10', phones: ['01632 960113', '07700 900113'] },
  { id: 'pu-freya', name: 'Freya Nettlebank', year: '7', phones: ['01632 960114', '07700 900114'] },
  { id: 'pu-idris', name: 'Idris Quillan', year: '8', phones: ['01632 960115', '07700 900115'] },
  {
    id: 'pu-rosa',
    name: 'Rosa Underhallow',
    year: '11',
    phones: ['01632 960116', '07700 900116'],
    more: { onRollTo: '2026-10-16' },
  },
];

const upnLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** A UPN with its check letter (weights 2 to 13, remainder of 23). */
function upnOf(n: number): string {
  const digits = `830${String(100_000_000 + n * 7)}`;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index + 2), 0);
  return `${upnLetters[sum % 23]}${digits}`;
}

function initialsOf(name: string): string {
  const words = name.split(' ');
  return [words[0], words.at(-1)].map((word) => `${(word ?? '').charAt(0)}.`).join('');
}

const barredContact: NewRecord = {
  record: 'contact',
  key: 'pu-kofi|kofi-3',
  values: {
    pupil: 'pu-kofi',
    person: 'kofi-3',
    type: 'Parent',
    name: 'Third parent of K.B.',
    phone1: '07700 900904',
    parentalResponsibility: false,
    mayContact: false,
    barred: true,
    barredReason: 'Court order held by the DSL',
    order: 9,
  },
};

/** The invented pupils and those around them. Two share their initials; one has a single number; one may not be met. */
export const pupilRecords: readonly NewRecord[] = sketches.flatMap((sketch, index): NewRecord[] => {
  const { id, name, preferred, year, more, phones } = sketch;
  const pupil: NewRecord = {
    record: 'pupil',
    key: id,
    values: {
      upn: upnOf(index + 1),
      legalName: name,
      preferredName: preferred,
      initials: initialsOf(preferred ?? name),
      year,
      tutorGroup: `${year}${'ABCD'.charAt(index % 4)}`,
      onRollFrom: '2024-09-03',
      ...more,
    },
  };
  const parents = phones.map((phone, n): NewRecord => {
    const person = `${id.slice(3)}-${n + 1}`;
    return {
      record: 'contact',
      key: `${id}|${person}`,
      values: {
        pupil: id,
        person,
        type: 'Parent',
        name: `${n === 0 ? 'Parent' : 'Second parent'} of ${initialsOf(preferred ?? name)}`,
        phone1: phone,
        parentalResponsibility: true,
        livesWith: n === 0,
        mayContact: true,
        mayAttend: true,
        order: n + 1,
      },
    };
  });
  return [pupil, ...parents, ...(id === 'pu-kofi' ? [barredContact] : [])];
});
