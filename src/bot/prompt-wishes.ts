import type { PlannedRow, ReviewPlan } from '../school/reviews/review-plan.types.ts';
import type { VisitDueCard } from '../school/visits/visit-due.types.ts';
import type { Verb } from './wishes.ts';

type Data = Readonly<Record<string, unknown>>;

/** What was typed into an input; absent where it was left empty, so that the record's own value stands. */
function typed(data: Data, name: string): Data {
  const value = data[name];
  return typeof value === 'string' && value.trim() !== '' ? { [name]: value.trim() } : {};
}

/** A proposed row as `book-reviews` takes it. */
function wishOf({ review, start, end, place, online }: PlannedRow): Data {
  return { review, start, end, online, ...(place === undefined ? {} : { place }) };
}

const chooseOne = 'Choose which review it is. Nothing was saved.';

const own = ({ data }: { readonly data?: unknown }): Data => Object(data);

/** The buttons of the cards that the app sends by itself about reviews and visits. */
export const promptVerbs: Readonly<Record<string, Verb>> = {
  'book-plan': {
    cards: ['review-planner'],
    // Made anew at the press: the plan knows today's calendars, as the one on the screen does.
    reads: (message) => ({ view: 'review-plan', params: { halfTerm: own(message).halfTerm } }),
    wish({ read }) {
      const { rows, unplaced, troubles }: ReviewPlan = Object(read);
      if (rows.length === 0) {
        const none =
          unplaced.length > 0 ? 'No time was found for any of them: open the plan.' : 'Nothing is left to book.';
        return { nothing: [none, ...troubles].join(' ') };
      }
      const without = unplaced.length === 1 ? '1 review has no time' : `${unplaced.length} reviews have no time`;
      return {
        action: 'book-reviews',
        input: {
          reviews: rows.map(wishOf),
        },
        also: [...troubles, ...(unplaced.length > 0 ? [`${without}: open the plan.`] : [])],
      };
    },
  },
  'already-booked': {
    cards: ['review-planner'],
    wish({ data: { which = '', day = '', from = '', where } }) {
      if (which === '') return { nothing: chooseOne };
      if (day === '' || from === '')
        return { nothing: 'Say for which day it is booked, and from when. Nothing was saved.' };
      return { action: 'note-review-booked', input: { review: which, start: `${day}T${from}`, where } };
    },
  },
  'not-needed': {
    cards: ['review-planner'],
    wish({ data: { which = '', why = '' } }) {
      if (which === '') return { nothing: chooseOne };
      return { action: 'set-aside-review', input: { review: which, reason: why } };
    },
  },
  'book-review': {
    cards: ['statutory-invite'],
    // The plan keeps to the day that was agreed, where that can still be.
    reads: (message) => ({ view: 'review-plan', params: { halfTerm: own(message).day } }),
    wish({ message, read }) {
      const { rows, unplaced, troubles }: ReviewPlan = Object(read);
      const { review } = own(message);
      const row = rows.find((one) => one.review === review);
      if (row) return { action: 'book-reviews', input: { reviews: [wishOf(row)] }, also: troubles };
      const none = unplaced.find((one) => one.review === review);
      const says = none ? `${none.because} Open the plan.` : 'It waits for no booking any more. Nothing was changed.';
      return { nothing: [says, ...troubles].join(' ') };
    },
  },
  'undo-booking': {
    cards: ['review-planner', 'statutory-invite'],
    wish: ({ data: { entry } }) => ({ action: 'undo-booking', input: { entry } }),
  },
  'not-held': {
    cards: ['review-write-up'],
    wish: ({ message, data: { seen, notHeld = '' } }) => ({
      action: 'record-review-outcome',
      input: { review: own(message).review, seen, notHeld },
    }),
  },
  'note-invitation': {
    cards: ['statutory-invite'],
    wish: ({ message, data: { contact, by, on } }) => ({
      action: 'note-invitation',
      input: { review: own(message).review, contact, by, on },
    }),
  },
  'plan-visit': {
    cards: ['visit-due'],
    reads: (message) => ({ view: 'visit-due', params: own(message) }),
    wish({ message, data, read }) {
      const { kind, state, late, says }: Partial<VisitDueCard> = Object(read);
      if (state !== 'open' || kind === undefined) return { nothing: `${says} Nothing was changed.` };
      const values = { ...typed(data, 'plannedFor'), ...typed(data, 'visitor'), ...typed(data, 'site') };
      // Of the card only the version counts: it says what the person saw.
      const which = late ? { visit: late.visit, seen: data.seen } : { provider: own(message).provider };
      return { action: 'plan-visit', input: { ...which, values: late ? values : { kind, ...values } } };
    },
  },
  'pass-on-visit': {
    cards: ['visit-due'],
    wish: ({ message }) => ({ action: 'pass-on-visit', input: { message: message.key } }),
  },
};
