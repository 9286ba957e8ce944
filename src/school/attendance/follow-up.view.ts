import { initialsOf } from '../pupils/initials-of.ts';
import { mayRead, maySeeFlag, readersOf } from '../rights.ts';
import { type Seen, view } from '../view.ts';
import { mustTell, plusMinutes } from './asked.ts';
import { isFlagged } from './flagged.ts';
import type { FollowUpCard, Step } from './follow-up.types.ts';
import { pupilSession, pupilSessionKey } from './marks.ts';
import { callsOf, heldOf, nameFor, places, providerToRing, timeOf } from './pupil-session.ts';

/** Whom to ring about a pupil who did not arrive, who was rung, and until when. Only for a personal chat or the tab. */
export const followUpView = view({
  name: 'follow-up',
  says: 'Whom to ring about a pupil who is not located, what came of it, and when the DSL is told.',
  params: pupilSession,
  roles: readersOf('follow-up'),
  needs: ['attendance', 'followUp', 'call', 'contact'],
  show(seen, { pupil: key, date, session }): FollowUpCard | undefined {
    const pupil = seen.records.pupil.get(key);
    if (!pupil) return undefined;
    const about = pupilSessionKey(key, date, session);
    const followUp = seen.records.followUp.get(about);
    const held = heldOf(seen, key, date, session);
    const dslAt = held ? plusMinutes(held.start, seen.policy.escalateMinutes) : undefined;
    const told = followUp?.dslInformedAt;
    const dslSays = told ? `DSL told ${timeOf(told)}` : dslAt ? `DSL at ${dslAt}` : 'DSL not told';
    const state = followUp?.state ?? 'None';
    const numbers = phonesOf(seen, key);
    return {
      key: about,
      state,
      seen: followUp?.version ?? null,
      pupil: key,
      placement: followUp?.placement ?? held?.placement.key,
      date,
      session,
      initials: initialsOf(seen.records.pupil, pupil),
      name: nameFor(seen, pupil),
      year: `Y${pupil.year}`,
      provider: providerToRing(held),
      start: held?.start,
      flagged: maySeeFlag(seen.by, key) && isFlagged(pupil),
      dslAt: told ? undefined : dslAt,
      dslInformedAt: told,
      dslSays,
      steps: stepsOf(seen, key, about, providerToRing(held).phone),
      calls: callsOf(seen, about),
      numbersSay:
        numbers < seen.policy.contactNumbers
          ? `Only ${numbers} telephone number${numbers === 1 ? '' : 's'} known; at least ${seen.policy.contactNumbers} are needed.`
          : undefined,
      located: followUp?.located,
      locatedSaidBy: followUp?.locatedSaidBy,
      says:
        state === 'Located' || state === 'Closed'
          ? `Located: ${followUp?.located ?? followUp?.outcome ?? 'see the log'}`
          : `Not located since ${held?.start ?? date} · ${dslSays}`,
      mustTell: mayRead(seen.by, 'flags', key) ? mustTell(pupil) : undefined,
    };
  },
});

function ringable(seen: Seen, pupil: string) {
  return seen.records.contact
    .by('pupil', pupil)
    .filter(
      (contact) => contact.mayContact && !contact.barred && (contact.type === 'Parent' || contact.type === 'Carer'),
    )
    .sort((a, b) => (a.order ?? 99) - (b.order ?? 99));
}

function phonesOf(seen: Seen, pupil: string): number {
  return new Set(ringable(seen, pupil).flatMap((each) => [each.phone1, each.phone2].filter(Boolean))).size;
}

function stepsOf(seen: Seen, pupil: string, about: string, providerPhone: string | undefined): readonly Step[] {
  const calls = seen.records.call.by('followUp', about);
  const step = (contact: string, label: string, phone?: string): Step => {
    const last = calls
      .filter((call) => call.contact === contact)
      .sort((a, b) => a.at.localeCompare(b.at))
      .at(-1);
    return {
      contact,
      label,
      phone,
      done: last ? { result: last.result, time: timeOf(last.at), by: last.byName ?? '' } : undefined,
    };
  };
  return [
    step('on-the-way', places['on-the-way'] ?? ''),
    step('school', places.school ?? ''),
    ...ringable(seen, pupil).map((each) => step(each.key, `${each.type}: ${each.name}`, each.phone1 ?? each.phone2)),
    step('provider', places.provider ?? '', providerPhone),
  ];
}
