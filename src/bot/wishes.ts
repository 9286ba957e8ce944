import type { Register } from '../school/attendance/register.types.ts';
import type { Moment } from '../school/moment.ts';
import type { Message } from '../school/office/message.record.ts';
import { allArrived, marksFrom, rowsOf, toCopy } from './marks.ts';
import { promptVerbs } from './prompt-wishes.ts';

/** A press turned into what an action takes; or a sentence why it is nothing. */
export type Wished =
  | {
      readonly action: string;
      readonly input: Readonly<Record<string, unknown>>;
      /** What else is said where it is done. */
      readonly also?: readonly string[];
    }
  | { readonly nothing: string };

/** What a press is made from: the message's own parameters come first, the card's data only names what was chosen. */
export interface Pressing {
  readonly message: Message;
  readonly data: Readonly<Record<string, unknown>>;
  /** The round as the server knows it; for the verbs of the register. */
  readonly register?: Register;
  /** What the verb's own question was answered with. */
  readonly read?: unknown;
  readonly now: Moment;
}

/** A button: the cards it stands on, what has to be asked before, as who presses, and the action it becomes. */
export interface Verb {
  readonly cards: readonly string[];
  readonly reads?: (message: Message) => { readonly view: string; readonly params: unknown };
  wish(pressing: Pressing): Wished;
}

const rounds = ['register', 'chase'];
const pupils = ['follow-up', 'dsl-alert'];

/** Every verb that a button of ours has, the cards it stands on, and the action it becomes. */
export const verbs: Readonly<Record<string, Verb>> = {
  'record-attendance': {
    cards: rounds,
    wish({ message, data, register }) {
      const { marks, foreign } = marksFrom(data, register ? rowsOf(register) : []);
      if (foreign) return { nothing: 'This answer holds a pupil who is not on this card. Nothing was saved.' };
      if (marks.length === 0) return { nothing: 'Nothing was chosen. Nothing was saved.' };
      return { action: 'record-attendance', input: { ...roundOf(message), marks } };
    },
  },
  'all-arrived': {
    cards: rounds,
    wish({ message, data, register }) {
      const marks = register ? allArrived(data, register) : [];
      if (marks.length === 0) return { nothing: 'Nobody is left to confirm there. Nothing was changed.' };
      return { action: 'record-attendance', input: { ...roundOf(message), marks } };
    },
  },
  'copy-to-register': {
    cards: ['register'],
    wish({ message, data, register }) {
      const marks = toCopy(data, register ? rowsOf(register) : []);
      if (marks.length === 0) return { nothing: 'Nothing is left to tick. Nothing was changed.' };
      return { action: 'copy-to-register', input: { ...roundOf(message), marks } };
    },
  },
  'record-contact': {
    cards: pupils,
    wish({ message, data: { contact, result }, now }) {
      // To the minute: the same press again is the same call.
      const at = `${now.instant.slice(0, 16)}:00Z`;
      return { action: 'record-contact', input: { ...aboutOf(message), contact, result, at } };
    },
  },
  'locate-pupil': {
    cards: pupils,
    wish: ({ message, data: { where = '', saidBy = '' } }) => ({
      action: 'locate-pupil',
      input: { ...aboutOf(message), where, saidBy },
    }),
  },
  'inform-dsl': {
    cards: pupils,
    wish: ({ message }) => ({ action: 'inform-dsl', input: aboutOf(message) }),
  },
  acknowledge: {
    cards: ['dsl-alert', 'visit-stop'],
    wish: ({ message }) => ({ action: 'acknowledge', input: { message: message.key } }),
  },
  ...promptVerbs,
};

/** Why the card's data does not belong to its message: another round, day or pupil. `undefined` when all is well. */
export function mismatch(message: Message, data: Readonly<Record<string, unknown>>): string | undefined {
  const own: Readonly<Record<string, unknown>> = Object(message.data);
  const names = ['date', 'session', 'pupil', 'halfTerm', 'review', 'provider'].filter(
    (name) => own[name] !== undefined,
  );
  const round = rounds.includes(message.card ?? '') && data.round !== message.round;
  if (!round && names.every((name) => data[name] === own[name])) return undefined;
  return 'This answer does not belong to this card. Nothing was changed.';
}

function roundOf(message: Message): Readonly<Record<string, unknown>> {
  const { date, session } = Object(message.data);
  return { date, session };
}

function aboutOf(message: Message): Readonly<Record<string, unknown>> {
  const { pupil, date, session } = Object(message.data);
  return { pupil, date, session };
}
