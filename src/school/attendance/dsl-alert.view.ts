import { initialsOf } from '../pupils/initials-of.ts';
import { mayRead, readersOf } from '../rights.ts';
import { view } from '../view.ts';
import { markOf, mustTell, statusWords } from './asked.ts';
import type { DslAlert } from './dsl-alert.types.ts';
import { pupilSession, pupilSessionKey } from './marks.ts';
import { callsOf, heldOf, nameFor, providerToRing } from './pupil-session.ts';
import { pupilWords } from './pupil-words.ts';

/** What the DSL needs about one pupil who is not where they should be; acknowledged by pressing. */
export const dslAlertView = view({
  name: 'dsl-alert',
  says: 'One pupil who is not located: what is known, whom to tell, who was rung.',
  params: pupilSession,
  roles: readersOf('follow-up'),
  needs: ['attendance', 'followUp', 'call', 'message'],
  show(seen, { pupil: key, date, session }): DslAlert | undefined {
    const pupil = seen.records.pupil.get(key);
    if (!pupil) return undefined;
    const about = pupilSessionKey(key, date, session);
    const followUp = seen.records.followUp.get(about);
    const held = heldOf(seen, key, date, session);
    const alerts = seen.records.message.by('about', about).filter((each) => each.purpose === 'dsl-alert');
    const own = alerts.find((each) => each.to === seen.by.id) ?? alerts[0];
    const answered = alerts.find((each) => each.answer === 'Acknowledged');
    const mark = held ? markOf(seen, held) : undefined;
    const what =
      !mark || mark.providerStatus === 'NotReported' ? 'No answer from the provider' : statusWords[mark.providerStatus];
    const provider = providerToRing(held);
    const state = followUp?.state ?? 'None';
    const where = `${pupilWords(seen, key)}: ${what.toLowerCase()}, expected at ${provider.name}${held ? ` at ${held.start}` : ''}.`;
    return {
      key: about,
      message: own?.key ?? `dsl-alert|${about}`,
      pupil: key,
      date,
      session,
      initials: initialsOf(seen.records.pupil, pupil),
      name: nameFor(seen, pupil),
      year: `Y${pupil.year}`,
      provider,
      start: held?.start,
      what,
      mustTell: mayRead(seen.by, 'flags', key) ? mustTell(pupil) : [],
      calls: callsOf(seen, about),
      state,
      located: followUp?.located,
      informedAt: followUp?.dslInformedAt,
      acknowledgeBy: own?.acknowledgeBy,
      acknowledged: answered?.answeredAt
        ? {
            by: personName(seen.records.roleAssignment.by('person', answered.answeredBy ?? '')),
            at: answered.answeredAt,
          }
        : undefined,
      says: state === 'Located' ? `${where} Located: ${followUp?.located ?? ''}.` : `${where} Not located.`,
    };
  },
});

function personName(rows: readonly { readonly personName: string }[]): string {
  return rows[0]?.personName ?? 'Somebody';
}
