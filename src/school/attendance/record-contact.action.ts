import { z } from 'zod';
import { joinKey } from '../../schema/record.ts';
import { action } from '../action.ts';
import type { Save } from '../change.ts';
import { redrawPupil } from './after-mark.ts';
import { callResults } from './call.record.ts';
import { saveFollowUp } from './follow-up-save.ts';
import { dayInput, instantInput, keyInput, monthOf, pupilSessionKey, sessionInput } from './marks.ts';
import { places, whoIs } from './pupil-session.ts';

const input = z.strictObject({
  pupil: keyInput,
  date: dayInput,
  session: sessionInput,
  /** A contact of this pupil, or on-the-way, school, provider, social-worker, virtual-school, youth-justice, police. */
  contact: keyInput,
  at: instantInput,
  result: z.enum(callResults, { error: () => `The result is one of: ${callResults.join(', ')}.` }),
  note: z.string().max(4000, 'Keep the note under 4,000 characters.').optional(),
});

/** Logs one call about a pupil who did not arrive: who, when, with what result (first-day contact, domain.md 3.4). */
export const recordContact = action({
  name: 'record-contact',
  says: 'Log whom you rang about a pupil, when, and what came of it.',
  input,
  roles: ['attendance-officer', 'dsl', 'deputy-dsl'],
  needs: ['followUp', 'call', 'contact', 'message'],
  decide(known, wish) {
    const { pupil, date, session, contact } = wish;
    if (date > known.now.today) return { problems: [{ field: 'date', says: 'That day has not come yet.' }] };
    if (Date.parse(wish.at) > Date.parse(known.now.instant) + 60_000) {
      return { problems: [{ field: 'at', says: 'That time has not come yet.' }] };
    }
    const known1 = known.records.contact.get(contact);
    if (!(contact in places) && known1?.pupil !== pupil) {
      return { problems: [{ field: 'contact', says: 'That is no contact of this pupil.' }] };
    }
    if (known1?.barred) return { problems: [{ field: 'contact', says: 'This contact is barred. Ask the DSL.' }] };
    const followUp = pupilSessionKey(pupil, date, session);
    const key = joinKey(pupil, date, session, contact, wish.at);
    const stands = known.records.call.get(key);
    if (stands?.result === wish.result) {
      return {
        changes: [],
        unchanged: [{ about: key, outcome: 'unchanged', by: stands.byName, at: stands.at, version: stands.version }],
        because: 'This call is in the log already.',
        about: followUp,
      };
    }
    if (stands) return { problems: [{ field: 'at', says: 'This call is in the log with another result.' }] };
    const located =
      wish.result === 'LocatedSafe'
        ? {
            state: 'Located' as const,
            located: wish.note?.slice(0, 255) || 'Located and safe',
            locatedSaidBy: whoIs(known, contact),
            locatedAt: known.now.instant,
          }
        : {};
    const open = known.records.followUp.get(followUp);
    const kept = open && wish.result !== 'LocatedSafe' ? undefined : saveFollowUp(known, pupil, date, session, located);
    if (!open && !kept) return { problems: [{ field: 'pupil', says: 'This pupil has no session then.' }] };
    const call: Save = {
      kind: 'save',
      record: 'call',
      key,
      seen: null,
      values: {
        followUp,
        pupil,
        date,
        month: monthOf(date),
        session,
        contact,
        at: wish.at,
        result: wish.result,
        note: wish.note?.trim() || undefined,
        by: known.by.id,
        byName: known.by.name,
      },
    };
    return {
      changes: [...(kept ? [kept] : []), call, ...redrawPupil(known, pupil, date, session)],
      because: `Call logged: ${wish.result}`,
      about: followUp,
    };
  },
});
