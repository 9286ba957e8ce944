import { z } from 'zod';
import type { Problem } from '../../schema/parse.ts';
import { action, type Decision, type Known } from '../action.ts';
import { dayInput, keyInput, lineInput } from '../attendance/marks.ts';
import { shortDate } from '../calendar/dates.ts';
import type { Save } from '../change.ts';
import type { Provider } from '../providers/provider.record.ts';
import { afterStop, stopInWords } from './after-stop.ts';
import { judgements, type Visit } from './visit.record.ts';
import { closedThere } from './visit-day.ts';
import { type ItemName, itemNames, itemsOf, itemTrouble, visitItems } from './visit-items.ts';
import { cancelVisitMeetings, noAppointment } from './visit-meetings.ts';
import { mayWriteVisit, ownVisitors, staffOn } from './who-visits.ts';

const longInput = z.string().trim().max(20_000, 'Keep it under 20,000 characters.');

const input = z.strictObject({
  visit: keyInput,
  seen: z.string(),
  /** The day on which it was made; absent: today. */
  date: dayInput.optional(),
  /** An answer and a note for each item that the kind of visit is asked. */
  answers: z.partialRecord(
    z.enum(itemNames),
    z.strictObject({
      answer: z.enum(['Yes', 'No'], { error: () => 'Answer yes or no.' }).optional(),
      note: longInput.optional(),
    }),
  ),
  pupilVoice: longInput.optional(),
  judgement: z.enum(judgements, { error: () => `The judgement is one of: ${judgements.join(', ')}.` }).optional(),
  reasons: longInput.optional(),
  nextDue: z.union([z.literal('').transform(() => undefined), dayInput]).optional(),
  actions: z
    .array(z.strictObject({ text: longInput, owner: lineInput, due: z.union([z.literal(''), dayInput]) }))
    .max(20, 'Agree on at most twenty actions.')
    .optional(),
  /** True once the person was asked about what is unusual, or what *Stop* means, and saves all the same. */
  allTheSame: z.boolean().optional(),
});

type Wish = z.infer<typeof input>;

/** A visit is written up: each question of its kind answered, the judgement, what was agreed, and what follows (clauses 8.4, 8.6). */
export const recordVisit = action<Wish>({
  name: 'record-visit',
  says: 'Write up a visit: what was seen, the judgement, what was agreed.',
  input,
  roles: ['ap-leader', ...ownVisitors],
  needs: [
    'visit',
    'provider',
    'placement',
    'pupil',
    'review',
    'agreedAction',
    'roleAssignment',
    'calendarEntry',
    'message',
    'meeting',
    'setting',
  ],
  decide,
});

function decide(known: Known, wish: Wish): Decision {
  const problem = (field: string, says: string) => ({ problems: [{ field, says }] });
  const stands = known.records.visit.get(wish.visit);
  const provider = stands && known.records.provider.get(stands.provider);
  if (!stands || !provider) return problem('visit', 'There is no such visit.');
  if (!mayWriteVisit(known.by, stands)) return problem('visit', 'Somebody else makes this visit. Ask the AP leader.');
  if (stands.stage === 'Cancelled') return problem('visit', 'This visit is cancelled. Plan it again to write it up.');
  const date = wish.date ?? stands.date ?? known.now.today;
  const problems = [...dayProblems(known, date), ...problemsIn(known, stands, wish, date)];
  if (problems.length > 0) return { problems };
  const values = valuesOf(stands, wish, date);
  const agreed = newActions(known, stands, provider, wish);
  const same = Object.entries(values).every(([name, value]) => Object(stands)[name] === value);
  if (same && agreed.length === 0) {
    const unchanged = [{ about: stands.key, outcome: 'unchanged' as const, version: stands.version }];
    return { changes: [], unchanged, because: 'Written up already.', about: stands.key };
  }
  if (wish.seen !== stands.version) {
    return problem(
      'seen',
      'Somebody changed this visit since you opened it. Look at it again, then save: nothing you wrote is lost.',
    );
  }
  const asks = wish.allTheSame ? '' : questions(known, provider, stands, wish, date).join(' ');
  if (asks) return problem('allTheSame', asks);
  const written = { recordedAt: known.now.instant, recordedBy: known.by.id };
  const visit: Visit = { ...stands, ...values };
  const gone = stillToCome(known, stands)
    ? cancelVisitMeetings(known, stands, 'This visit has been made already.')
    : [];
  const off = gone.length > 0 ? noAppointment : {};
  return {
    changes: [
      { kind: 'save', record: 'visit', key: stands.key, seen: wish.seen, values: { ...values, ...written, ...off } },
      ...gone,
      ...agreed,
      ...(visit.judgement === 'Stop' ? afterStop(known, provider, visit) : []),
    ],
    because: `Visit on ${shortDate(date)}: ${wish.judgement}`,
    about: stands.key,
  };
}

/** True for a visit that was made before the time for which it stands in the calendar. */
function stillToCome({ now }: Known, { plannedFor, start }: Visit): boolean {
  return `${plannedFor}T${start ?? ''}` > `${now.today}T${now.time}`;
}

function dayProblems(known: Known, date: string): readonly Problem[] {
  if (date <= known.now.today) return [];
  return [{ field: 'date', says: `${shortDate(date)} is still to come. Write the visit up once it is made.` }];
}

function problemsIn(known: Known, { kind, key }: Visit, wish: Wish, date: string): readonly Problem[] {
  const items = itemsOf(kind).flatMap((name) => {
    const trouble = itemTrouble(name, wish.answers[name] ?? {});
    return trouble ? [{ field: `answers.${name}.${trouble.field}`, says: trouble.says }] : [];
  });
  const problems: Problem[] = [...items];
  const at = (field: string, says: string) => problems.push({ field, says });
  const { judgement, actions = [], nextDue } = wish;
  const grave = judgement === 'Concerns' || judgement === 'Stop';
  if (judgement === undefined) at('judgement', 'Say what the visit comes to.');
  if (grave && !wish.reasons) at('reasons', 'Say what the concerns are.');
  const before = known.records.agreedAction.by('source', key).some(({ status }) => status !== 'Dropped');
  if (grave && actions.length === 0 && !before) {
    at('actions', 'Agree on at least one action: what is to be done, by whom, by when.');
  }
  actions.forEach(({ text, owner, due }, index) => {
    if (!text) at(`actions.${index}.text`, 'Say what is to be done.');
    if (!owner) at(`actions.${index}.owner`, 'Say who does it.');
    if (owner && !staffOn(known, known.now.today).some(({ person }) => person === owner)) {
      at(`actions.${index}.owner`, 'Choose somebody of the staff list: they see to it with the provider.');
    }
    if (!due) at(`actions.${index}.due`, 'Say by when.');
    if (due && due < date) at(`actions.${index}.due`, `The visit was on ${shortDate(date)}: choose that day or later.`);
  });
  if (nextDue && nextDue <= date) at('nextDue', 'The next visit comes after this one: choose a later day.');
  return problems;
}

/** The answers of the items that are asked; those of another kind are cleared. */
function valuesOf(stands: Visit, wish: Wish, date: string): Partial<Visit> {
  const asked = itemsOf(stands.kind);
  const answers = itemNames.map((name: ItemName) => {
    const { answer, note } = asked.includes(name) ? (wish.answers[name] ?? {}) : {};
    return { [name]: answer, [visitItems[name].note]: note || undefined };
  });
  const { judgement, nextDue } = wish;
  return Object.assign(
    { stage: 'Done' as const, date, judgement, nextDue },
    { pupilVoice: wish.pupilVoice || undefined, judgementReasons: wish.reasons || undefined },
    ...answers,
  );
}

/** Actions not agreed before; their keys follow from the visit, so that the same press twice makes none twice. */
function newActions(known: Known, visit: Visit, provider: Provider, { actions = [] }: Wish): readonly Save[] {
  const before = known.records.agreedAction.by('source', visit.key);
  const staff = staffOn(known, known.now.today);
  return actions
    .filter(
      (one) => !before.some(({ text, owner, due }) => text === one.text && owner === one.owner && due === one.due),
    )
    .map(({ text, owner, due }, index) => ({
      kind: 'save',
      record: 'agreedAction',
      key: `ac-${visit.key.slice(3)}-${before.length + index + 1}`,
      seen: null,
      values: {
        agreedAt: 'Visit',
        source: visit.key,
        provider: provider.key,
        text,
        owner,
        ownerName: staff.find(({ person }) => person === owner)?.name,
        due,
        status: 'Open',
      },
    }));
}

/** What is unusual, and what *Stop* means: asked once, all together. */
function questions(known: Known, provider: Provider, stands: Visit, wish: Wish, date: string): readonly string[] {
  const closed = stands.date === date ? undefined : closedThere(known, provider.key, date);
  const atOnce = stands.stage === 'Planned' && stands.plannedAt?.slice(0, 16) === known.now.instant.slice(0, 16);
  const stops = wish.judgement === 'Stop' && stands.judgement !== 'Stop';
  return [
    ...(closed ? [`${closed} Was the visit made then?`] : []),
    ...(atOnce ? ['The visit was planned a moment ago. Has it been made already?'] : []),
    ...(stops ? [stopInWords(known, provider)] : []),
  ];
}
