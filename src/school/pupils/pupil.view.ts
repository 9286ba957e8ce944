import { z } from 'zod';
import { choiceInWords, filledForm } from '../../schema/form.ts';
import { askedSessions, markOf, mustTell, statusWords } from '../attendance/asked.ts';
import { isFlagged } from '../attendance/flagged.ts';
import { keyInput, marksAtHand } from '../attendance/marks.ts';
import { nameFor } from '../attendance/pupil-session.ts';
import { addDays } from '../calendar/dates.ts';
import { dayInWords } from '../calendar/in-words.ts';
import { termsBegun } from '../calendar/terms.ts';
import { contact } from '../contacts/contact.record.ts';
import { contactFields } from '../contacts/save-contact.action.ts';
import { placement } from '../placements/placement.record.ts';
import { readsTimetableOnly } from '../placements/timetable-only.ts';
import { nextReviewOf } from '../reviews/next-review.ts';
import { reviewsOfPupil } from '../reviews/pupil-reviews.ts';
import { mayRead, maySeeFlag, readersOf } from '../rights.ts';
import { type Seen, view } from '../view.ts';
import { coreFields } from './correct-pupil.action.ts';
import { pastOfPupil } from './done.ts';
import { flagsInWords } from './flag-words.ts';
import { initialsOf } from './initials-of.ts';
import { type Pupil, pupil as pupilKind } from './pupil.record.ts';
import type { PupilContact, PupilPage } from './pupil.types.ts';
import { flagFields } from './set-flags.action.ts';
import { pictured, sharesOf, squaresOf, weekSharesOf } from './squares.ts';
import { tellsWhyFlagged } from './telling-contacts.ts';
import { timelineOf } from './timeline.ts';

/** A pupil: where today, attendance as a picture, placements, contacts, flags and what happened, each cut by domain.md 10.2. */
export const pupilView = view({
  name: 'pupil',
  says: 'One pupil: where they are today, attendance over the term, placements, contacts, and what happened.',
  params: z.strictObject({ pupil: keyInput, term: keyInput.optional() }),
  roles: readersOf('pupil-core'),
  needs: [
    'attendance',
    'followUp',
    'call',
    'contact',
    'placement',
    'scheduleSlot',
    'pupil',
    'provider',
    'journalEntry',
    'review',
  ],
  past: (seen, { pupil }) => (mayRead(seen.by, 'pupil-core', pupil) ? pastOfPupil(seen, pupil) : undefined),
  show(seen, { pupil: key, term: asked }): PupilPage | undefined {
    const pupil = seen.records.pupil.get(key);
    if (!pupil || !mayRead(seen.by, 'pupil-core', pupil.key)) return undefined;
    const reads = (area: Parameters<typeof mayRead>[1]) => mayRead(seen.by, area, pupil.key);
    const shares = reads('attendance') ? sharesOf(seen, pupil.key) : {};
    const term = reads('attendance') ? pictured(seen, asked) : [];
    const percent = shares.now?.ap.percent;
    const flagged = maySeeFlag(seen.by, pupil.key) && isFlagged(pupil);
    return {
      pupil: pupil.key,
      initials: initialsOf(seen.records.pupil, pupil),
      name: nameFor(seen, pupil),
      year: `Y${pupil.year}`,
      tutorGroup: pupil.tutorGroup,
      seen: pupil.version,
      left: pupil.onRollTo,
      facts: coreFacts(pupil),
      nextReview: reads('review') ? nextReviewOf(seen, pupil.key, seen.now.today) : undefined,
      whereNow: reads('attendance') ? whereNow(seen, pupil.key) : [],
      mustTell: reads('flags') ? mustTell(pupil) : [],
      flagged,
      flagSays: flagged ? 'The DSL must be told of any unexplained absence.' : undefined,
      flags: reads('flags') ? flagsInWords(pupil) : undefined,
      placements: reads('placement') ? placementsOf(seen, pupil.key) : [],
      reviews: reviewsOfPupil(seen, pupil.key),
      terms: reads('attendance')
        ? termsBegun(seen.calendar, seen.now.today, addDays(seen.now.today, -marksAtHand))
        : [],
      term: term[0]?.key,
      squares: squaresOf(seen, pupil.key, term),
      weeks: weekSharesOf(seen, pupil.key, term),
      apPercent: percent === undefined ? undefined : Math.round(percent),
      shares,
      timeline: timelineOf(seen, pupil.key),
      timelineSays:
        seen.past === undefined
          ? 'Who added or corrected what is missing here: Microsoft 365 does not answer just now.'
          : undefined,
      contacts: contactsOf(seen, pupil.key),
      may: {
        correct: holds(seen, 'ap-leader'),
        flags: holds(seen, 'dsl', 'deputy-dsl'),
        contacts: mayWriteContacts(seen),
        placements: holds(seen, 'ap-leader'),
        bar: holds(seen, 'dsl', 'deputy-dsl'),
      },
      forms: formsFor(seen, pupil),
    };
  },
});

function holds(seen: Seen, ...roles: readonly string[]): boolean {
  return seen.by.roles.some((role) => roles.includes(role));
}

const mayWriteContacts = (seen: Seen) => holds(seen, 'ap-leader', 'attendance-officer');

function formsFor(seen: Seen, pupil: Pupil): PupilPage['forms'] {
  return {
    core: holds(seen, 'ap-leader') ? filledForm(pupilKind, coreFields, pupil, ['upn']) : undefined,
    flags: holds(seen, 'dsl', 'deputy-dsl') ? filledForm(pupilKind, flagFields, pupil, flagFields) : undefined,
    newContact: mayWriteContacts(seen)
      ? filledForm(contact, contactFields, { mayContact: true }, ['phone1', 'parentalResponsibility'])
      : undefined,
  };
}

function coreFacts(pupil: Pupil): PupilPage['facts'] {
  const held: readonly (readonly [string, string | undefined])[] = [
    ['SEND', pupil.send ? choiceInWords(pupilKind.fields.send, pupil.send) : undefined],
    ['EHCP authority', pupil.ehcpAuthority],
    ['Individual healthcare plan', pupil.medicalPlan ? 'Yes' : undefined],
    ['Free school meals', pupil.freeSchoolMeals ? 'Yes' : undefined],
    ['On roll from', pupil.onRollFrom],
    ['On roll to', pupil.onRollTo],
  ];
  return held.flatMap(([label, value]) => (value ? { label, value } : []));
}

function whereNow(seen: Seen, pupil: string): readonly string[] {
  const held = askedSessions(seen, seen.now.today).filter((one) => one.pupil.key === pupil);
  if (held.length === 0) {
    if (!seen.calendar.isSchoolDay(seen.now.today)) return [dayInWords(seen.calendar, seen.now.today)];
    return ['In school: no session elsewhere today.'];
  }
  return held.map((one) => {
    const status = markOf(seen, one)?.providerStatus ?? 'NotReported';
    const says = one.expected ? statusWords[status].toLowerCase() : (one.because ?? 'not expected');
    return `${one.provider.name}, ${one.start} to ${one.end}, ${says}`;
  });
}

function placementsOf(seen: Seen, pupil: string): PupilPage['placements'] {
  const officerOnly = readsTimetableOnly(seen.by, pupil);
  return seen.records.placement
    .by('pupil', pupil)
    .toSorted((a, b) => b.startDate.localeCompare(a.startDate))
    .map((held) => ({
      placement: held.key,
      providerName: seen.records.provider.get(held.provider)?.name ?? 'Unknown provider',
      stage: held.stage,
      legalBasis: officerOnly ? undefined : choiceInWords(placement.fields.legalBasis, held.legalBasis),
      primaryReason: officerOnly ? undefined : held.primaryReason,
      from: held.startDate,
      to: held.actualEnd ?? held.plannedEnd,
      week: seen.records.scheduleSlot
        .by('placement', held.key)
        .filter((slot) => slot.validTo === undefined || slot.validTo >= seen.now.today)
        .map(({ day, session, start, end, weekPattern: weeks }) => ({ day, session, start, end, weeks })),
    }));
}

/**
 * People around the pupil: numbers only for roles that ring (they read follow-ups), a social worker and their like only
 * for roles that read flags, the reason for barring for nobody here.
 */
function contactsOf(seen: Seen, pupil: string): readonly PupilContact[] {
  const rings = mayRead(seen.by, 'follow-up', pupil);
  const knowsWhy = mayRead(seen.by, 'flags', pupil);
  return seen.records.contact
    .by('pupil', pupil)
    .filter((each) => knowsWhy || !tellsWhyFlagged(seen.records, each.key))
    .toSorted((a, b) => (a.order ?? 99) - (b.order ?? 99))
    .map((each) => ({
      contact: each.key,
      who: `${choiceInWords(contact.fields.type, each.type)}: ${each.name}`,
      phones: rings && !each.barred ? [each.phone1, each.phone2].flatMap((phone) => phone || []) : [],
      caution: each.barred ? 'Barred: ask the DSL.' : each.mayContact ? undefined : 'Not to be contacted.',
      barred: each.barred,
      seen: each.version,
      form: mayWriteContacts(seen) && !each.barred ? filledForm(contact, contactFields, each, ['phone1']) : undefined,
    }));
}
