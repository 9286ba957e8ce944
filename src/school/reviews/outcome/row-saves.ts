import type { Problem } from '../../../schema/parse.ts';
import { joinKey } from '../../../schema/record.ts';
import type { Known } from '../../action.ts';
import type { Save, ValuesNamed } from '../../change.ts';
import type { Objective } from '../objective.record.ts';
import type { Review } from '../review.record.ts';
import { peopleOf } from '../review-people.ts';
import type { OutcomeWish } from './outcome-input.ts';

/** The objectives of a placement that a review asks for. */
export function openObjectives({ records }: Pick<Known, 'records'>, placement: string): readonly Objective[] {
  return records.objective
    .by('placement', placement)
    .filter(({ state }) => state !== 'Closed')
    .toSorted((a, b) => a.date.localeCompare(b.date) || a.key.localeCompare(b.key));
}

/** What is wrong with the answers about objectives and people: each is one of this review's. */
export function rowProblems(known: Known, review: Review, wish: OutcomeWish): readonly Problem[] {
  const objectives = known.records.objective.by('placement', review.placement);
  const people = peopleOf(known, review);
  const strange = (wish.objectives ?? []).flatMap(({ objective }, nth): readonly Problem[] =>
    objectives.some(({ key }) => key === objective)
      ? []
      : [{ field: `objectives.${nth}.objective`, says: 'This is no objective of the placement.' }],
  );
  const unknown = (wish.people ?? []).flatMap(({ who, askedOn }, nth): readonly Problem[] => {
    if (!people.some((one) => one.who === who)) {
      return [{ field: `people.${nth}.who`, says: 'This person is not of this review.' }];
    }
    if (askedOn === undefined || askedOn <= known.now.today) return [];
    return [{ field: `people.${nth}.askedOn`, says: 'They cannot have been asked on a day to come.' }];
  });
  return [...strange, ...unknown];
}

/** A row of the review's own for each answer about an objective that is new or another than stands. */
export function progressSaves({ records }: Known, review: Review, wish: OutcomeWish): readonly Save[] {
  return (wish.objectives ?? []).flatMap(({ objective, progress, note }): readonly Save[] => {
    const key = joinKey(review.key, objective);
    const stands = records.progress.get(key);
    const said = { progress, note: note || undefined };
    if (stands) {
      if (stands.progress === said.progress && stands.note === said.note) return [];
      return [{ kind: 'save', record: 'progress', key, seen: stands.version, values: said }];
    }
    return [{ kind: 'save', record: 'progress', key, seen: null, values: { ...said, review: review.key, objective } }];
  });
}

/** A row for each person who came, was asked, or of whom something is noted. */
export function peopleSaves(known: Known, review: Review, wish: OutcomeWish): readonly Save[] {
  const people = peopleOf(known, review);
  return (wish.people ?? []).flatMap(({ who, came, ...asked }): readonly Save[] => {
    const person = people.find((one) => one.who === who);
    if (!person) return [];
    const said: Partial<ValuesNamed<'invitee'>> = {
      ...(came === undefined ? {} : { attended: came }),
      ...('askedOn' in asked ? { askedOn: asked.askedOn } : {}),
      ...('askedBy' in asked ? { askedBy: asked.askedBy } : {}),
      ...(asked.note === undefined ? {} : { note: asked.note || undefined }),
    };
    const stands = person.invited;
    if (stands) {
      const same = Object.entries(said).every(
        ([field, value]) =>
          Object.entries(stands).some(isPair(field, value)) || (value === undefined && !(field in stands)),
      );
      return same ? [] : [{ kind: 'save', record: 'invitee', key: stands.key, seen: stands.version, values: said }];
    }
    if (Object.values(said).every((value) => value === undefined || value === false)) return [];
    const values: ValuesNamed<'invitee'> = {
      attended: false,
      ...said,
      review: review.key,
      part: person.part,
      contact: person.contact?.key,
    };
    return [{ kind: 'save', record: 'invitee', key: person.row, seen: null, values }];
  });
}

function isPair(field: string, value: unknown) {
  return ([name, held]: readonly [string, unknown]) => name === field && held === value;
}
