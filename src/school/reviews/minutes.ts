import { choiceInWords } from '../../schema/form.ts';
import { academicYearOf, dateWithYear, shortDate } from '../calendar/dates.ts';
import type { Block, DocumentPlan } from '../documents/document-plan.ts';
import { momentOf } from '../moment.ts';
import type { Role } from '../office/role-assignment.record.ts';
import { type Person, theClock } from '../roles.ts';
import type { Facts } from '../rule.ts';
import { sentence } from '../sentence.ts';
import type { Seen } from '../view.ts';
import { progress as progressKind } from './progress.record.ts';
import { type Review, review as reviewKind } from './review.record.ts';
import type { AgendaPart, PackObjective, ReviewPack } from './review-pack.types.ts';
import { packOf } from './review-pack.view.ts';
import { whatFollows } from './what-follows.ts';

/**
 * The minutes of a review that is written up, as they stand on the day it was; `undefined` for one that is not. One document
 * for everybody who may read the review, and for those who get it on paper: it is cut to what all of them may see, so flags,
 * searches and the answer about safety stay in the app (domain.md 6.2, 10.2).
 */
export function minutesFor(facts: Facts & Pick<Seen, 'settings'>, review: Review): DocumentPlan | undefined {
  const placement = facts.records.placement.get(review.placement);
  if (!placement || review.stage !== 'Held' || review.completedOn === undefined) return undefined;
  const now = momentOf(`${review.completedOn}T12:00:00Z`);
  return minutesOf(packOf({ ...facts, now, by: leastReader }, review, placement), facts.settings.name);
}

/** Where the minutes are filed: a folder for each school year, and a name that is always the same for the same review. */
export function minutesPath({ minutesDocument, heldOn, completedOn }: Review, { fileName }: DocumentPlan): string {
  // Initials change when a pupil of the same initials comes: a file that stands keeps its name, so that none is doubled.
  if (minutesDocument !== undefined) return minutesDocument;
  const year = academicYearOf(heldOn ?? completedOn ?? '');
  return `AP minutes/${year}-${String(year + 1).slice(2)}/${fileName}`;
}

/** The role that reads reviews and the least beside them: neither flags nor the answer about safety. */
const leastRole: Role = 'attendance-officer';
const leastReader: Person = { ...theClock, roles: [leastRole] };

function minutesOf(pack: ReviewPack, school: string): DocumentPlan {
  const { initials, providerName, kindSays, agenda, people, direction } = pack;
  const held = (name: string) => textIn(pack, name);
  const day = (name: string) => held(name) && dateWithYear(held(name));
  const part = (name: AgendaPart['part']) => agenda.find((one) => one.part === name)?.says ?? [];
  const decided = held('decision') && choiceInWords(reviewKind.fields.decision, held('decision'));
  const still = held('stillNeeded');
  const came = people.filter((one) => one.came).map(({ says }) => says);
  const away = people.filter((one) => !one.came && one.asked).map(({ says, asked }) => `${says}: ${asked}`);
  return {
    fileName: fileNameOf(pack, held('heldOn')),
    from: school,
    title: `AP review – ${initials}`,
    about: [
      { what: 'Review', says: kindSays },
      { what: 'Provider', says: providerName },
      { what: 'Held on', says: day('heldOn') },
      { what: 'Decision', says: decided },
      { what: 'Next review', says: day('nextReview') },
      { what: 'Placement ends', says: day('endsOn') },
      { what: 'Written up', says: pack.completedOn ? dateWithYear(pack.completedOn) : '' },
    ].filter(({ says }) => says !== ''),
    blocks: [
      ...points('Present', came.length > 0 ? came : ['Nobody is noted as present']),
      ...points('Asked and not present', away),
      ...actionsTable('Actions of the last review', pack.lastActions, 'State', ({ says }) => says),
      ...texts('1 Safe?', 'Asked and answered. The answer stands in the app, for those who may read it.'),
      ...points('2 There?', part('there')),
      ...objectivesTable('3 Learning?', pack.objectives),
      ...texts('4 What the pupil says', ...voice(held('pupilVoice'), held('pupilAbsence'))),
      ...texts('5 What the parents say', ...voice(held('parentVoice'), held('parentAbsence'))),
      ...texts('6 Report of the provider', held('providerReport')),
      ...texts('7 Belonging to school, and what else was said', held('minutes')),
      ...texts(
        '8 Still the right place?',
        still && (still === 'Yes' ? 'Yes.' : 'No.'),
        held('reintegrationStep') && `Next step back to school: ${held('reintegrationStep')}`,
      ),
      ...points('9 EHCP, care, social work, health', part('services')),
      ...texts('10 Timetable, transport, meals, exams, cost', ...arrangements(part('arrangements'))),
      ...texts('11 Decision', decided && `${decided}. ${held('decisionReasons')}`),
      ...points('What follows', followsOf(pack)),
      ...actionsTable('Actions', pack.actions, 'By', ({ due }) => dateWithYear(due)),
      ...points('12 Statutory decision and notice', direction ? part('statutory') : []),
    ],
    foot: 'Confidential: contains personal data',
  };
}

function textIn({ outcome }: ReviewPack, name: string): string {
  const value = outcome.values[name];
  return typeof value === 'string' ? value : '';
}

function voice(said: string, absence: string): readonly string[] {
  return [said, absence && `Not there: ${absence}`];
}

/** The week has a line of its own, the rest of it as it was noted. */
function arrangements(says: readonly string[]): readonly string[] {
  return says.map((line) => (/[.!?]$/.test(line) ? line : `${line}.`));
}

/** What finishing it brought about, but for actions and the next day, which stand elsewhere. */
function followsOf(pack: ReviewPack): readonly string[] {
  const { week, weekNow, providerName, direction } = pack;
  const held = (name: string) => textIn(pack, name) || undefined;
  const written = { decision: held('decision'), endsOn: held('endsOn'), continuesUntil: held('continuesUntil') };
  const follows = whatFollows({ ...written, actions: 0, week, weekNow, providerName, direction });
  return follows.map(sentence);
}

/** "AP review J.S. Y10 2026-11-24 1k3x9a.docx": the same review always has the same name, so that a file is never doubled. */
function fileNameOf({ initials, review }: ReviewPack, heldOn: string): string {
  const plain = initials.replace(/[^\p{L}\p{N}. ]/gu, '').trim();
  return ['AP review', plain, heldOn, markOf(review)].filter(Boolean).join(' ').concat('.docx');
}

/** A short mark of a key, the same for the same key (FNV-1a, 32 bits): two reviews of like initials on one day stay apart. */
function markOf(key: string): string {
  let hash = 0x811c9dc5;
  for (const letter of key) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}

function points(heading: string, all: readonly string[]): readonly Block[] {
  if (all.length === 0) return [];
  return [
    { kind: 'heading', text: heading },
    { kind: 'points', points: all },
  ];
}

/** A paragraph for each line that holds something; no heading where none does. */
function texts(heading: string, ...all: readonly string[]): readonly Block[] {
  const lines = all
    .flatMap((text) => text.split(/\r?\n/))
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0) return [];
  return [{ kind: 'heading', text: heading }, ...lines.map((line) => ({ kind: 'paragraph' as const, text: line }))];
}

type Line = ReviewPack['actions'][number];

function actionsTable(
  heading: string,
  lines: readonly Line[],
  last: string,
  lastOf: (line: Line) => string,
): readonly Block[] {
  if (lines.length === 0) return [];
  return [
    { kind: 'heading', text: heading },
    {
      kind: 'table',
      columns: [
        { says: 'What', width: 50 },
        { says: 'Who', width: 25 },
        { says: last, width: 25 },
      ],
      rows: lines.map((line) => [line.text, line.ownerName, lastOf(line)]),
    },
  ];
}

function objectivesTable(heading: string, objectives: readonly PackObjective[]): readonly Block[] {
  if (objectives.length === 0) return [];
  const reached = ({ now }: PackObjective) =>
    now ? [choiceInWords(progressKind.fields.progress, now.progress), now.note].filter(Boolean).join(': ') : '';
  return [
    { kind: 'heading', text: heading },
    {
      kind: 'table',
      columns: [
        { says: 'Objective', width: 36 },
        { says: 'Last time', width: 30 },
        { says: 'Now', width: 34 },
      ],
      rows: objectives.map((one) => [
        `${one.text}: ${one.target} by ${shortDate(one.date)}`,
        one.last ?? 'First review of it',
        reached(one),
      ]),
    },
  ];
}
