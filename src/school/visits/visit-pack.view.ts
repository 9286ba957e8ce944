import { z } from 'zod';
import { choiceInWords } from '../../schema/form.ts';
import { keyInput } from '../attendance/marks.ts';
import { pupilWords } from '../attendance/pupil-words.ts';
import { mayRead, readersOf } from '../rights.ts';
import { view } from '../view.ts';
import { type VisitInCalendar, visitInCalendar } from './calendar-words.ts';
import { placementsAt, visitsDone } from './provider-use.ts';
import { visit as visitRecord } from './visit.record.ts';
import { answerIn, itemsOf, visitItems } from './visit-items.ts';
import { openActions, visitInWords } from './visit-words.ts';
import type { VisitPack } from './visits.types.ts';
import { mayReadVisit, mayWriteVisit, staffOn } from './who-visits.ts';

/** What a visitor has in hand at the provider, and the form of the visit (clauses 8.4, 8.6; P11: provider, focus, open actions). */
export const visitPack = view({
  name: 'visit-pack',
  says: 'One visit: where to go, what to look at, what stands open from before, and its form.',
  params: z.strictObject({ visit: keyInput }),
  roles: readersOf('review'),
  needs: [
    'visit',
    'provider',
    'site',
    'placement',
    'pupil',
    'agreedAction',
    'roleAssignment',
    'calendarEntry',
    'meeting',
  ],
  show(seen, { visit: key }): VisitPack | undefined {
    const visit = seen.records.visit.get(key);
    const provider = visit && seen.records.provider.get(visit.provider);
    if (!visit || !provider || !mayReadVisit(seen.by, visit)) return undefined;
    const { today } = seen.now;
    const site = visit.site ? seen.records.site.get(visit.site) : undefined;
    const pupils = [...new Set(placementsAt(seen, provider.key, today).map((placement) => placement.pupil))];
    const before = visitsDone(seen, provider.key).filter((one) => one.key !== visit.key);
    const last = before[0];
    const judged = last?.judgement ? `: ${choiceInWords(visitRecord.fields.judgement, last.judgement)}` : '';
    const mayWrite = mayWriteVisit(seen.by, visit);
    return {
      visit: visit.key,
      seen: visit.version,
      stage: visit.stage,
      provider: provider.name,
      says: visitInWords(visit),
      calendar: visit.stage === 'Planned' ? calendarSays(visitInCalendar(seen, visit, today)) : undefined,
      address: site && [site.name, site.address, site.postcode].filter(Boolean).join(', '),
      contact: provider.mainContact ?? provider.attendanceContact,
      phone: provider.mainPhone ?? provider.attendancePhone,
      safeguarding: [provider.safeguardingLead, provider.safeguardingPhone].filter(Boolean).join(', ') || undefined,
      focus: visit.focus,
      loneWorking: visit.loneWorking,
      pupils: pupils.filter((pupil) => mayRead(seen.by, 'pupil-core', pupil)).map((pupil) => pupilWords(seen, pupil)),
      pupilsInAll: pupils.length,
      lastVisit: last && `${visitInWords(last)}${judged}`,
      open: openActions(seen, before, today),
      today,
      date: visit.date,
      items: itemsOf(visit.kind).map((name) => {
        const { asks, hint, noteFor } = visitItems[name];
        return { name, asks, hint, noteFor, ...answerIn(visit, name) };
      }),
      pupilVoice: visit.pupilVoice,
      judgement: visit.judgement,
      reasons: visit.judgementReasons,
      nextDue: visit.nextDue,
      agreed: openActions(seen, [visit], today),
      staff: mayWrite ? staffOn(seen, today) : [],
      draftKey: mayWrite ? visit.draftKey : undefined,
      mayWrite: mayWrite && visit.stage !== 'Cancelled',
    };
  },
});

function calendarSays({ says, lines }: VisitInCalendar): string {
  return [`${says}.`, ...lines].join(' ');
}
