import type { Placement } from '../../placements/placement.record.ts';
import { type Table, tableOf } from '../../records.ts';
import type { Facts } from '../../rule.ts';
import type { Review } from '../review.record.ts';
import { type OutcomeWish, outcomeFields } from './outcome-input.ts';
import { weekToText } from './week-text.ts';

/** The review as it will stand: what is written now laid over what stands; texts without space around them. */
export function asWritten(stands: Review, wish: OutcomeWish): Review {
  const said = outcomeFields.filter((field) => field in wish);
  const values = Object.fromEntries(said.map((field) => [field, tidy(wish[field])]));
  const week = wish.week === undefined ? {} : weekValues(wish.week);
  return { ...stands, ...values, ...week };
}

function tidy(value: string | undefined): string | undefined {
  const text = value?.trim();
  return text === '' ? undefined : text;
}

function weekValues(week: NonNullable<OutcomeWish['week']> | null): Pick<Review, 'newWeekFrom' | 'newWeek'> {
  if (week === null) return { newWeekFrom: undefined, newWeek: undefined };
  return { newWeekFrom: week.from, newWeek: weekToText(week.sessions) || undefined };
}

/** The school as it will be: the same facts with one review, and where given its placement, as they will stand. */
export function factsWith<F extends Facts>(facts: F, review: Review, placement?: Placement): F {
  const records = {
    ...facts.records,
    review: tableWith(facts.records.review, review),
    ...(placement ? { placement: tableWith(facts.records.placement, placement) } : {}),
  };
  return { ...facts, records };
}

function tableWith<R extends { readonly key: string }>(table: Table<R>, row: R): Table<R> {
  return tableOf(table.all().map((one) => (one.key === row.key ? row : one)));
}
