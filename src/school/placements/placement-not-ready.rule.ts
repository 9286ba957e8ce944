import { choiceInWords } from '../../schema/form.ts';
import { pupilWords } from '../attendance/pupil-words.ts';
import { addDays, dateWithYear, shortDate } from '../calendar/dates.ts';
import { numbersToRing } from '../contacts/follow-up-needs-two-numbers.rule.ts';
import type { Finding } from '../finding.ts';
import { provider as providerKind } from '../providers/provider.record.ts';
import type { Facts, Rule } from '../rule.ts';
import { type Placement, placement } from './placement.record.ts';
import { waitsToStart } from './stages.ts';

/** Calendar days before its start from which the board says what a placement waits for. */
const ahead = 14;

interface Gate {
  readonly clause: string;
  readonly says: string;
  readonly what: string;
  readonly held: string;
  readonly owner: Finding['owner'];
}

/**
 * What a placement waits for before it may start (domain.md 10.1): the head's approval, G1 (approved provider), G10
 * (timetable and nature of the activity) and G13 (attendance line, two numbers). The other gates need records that are not
 * kept yet; the clause table says which.
 */
export const placementNotReady: Rule = {
  name: 'placement-not-ready',
  clause: '4.3',
  says: 'No placement starts before it is approved, timetabled and can be followed up.',
  check: (facts, now) =>
    facts.records.placement
      .all()
      .filter((held) => waitsToStart(held) && held.startDate <= addDays(now.today, ahead))
      .flatMap((held) => gatesOf(facts, held)),
};

/** The findings that keep one placement from starting; none: it may start. */
export function gatesOf(facts: Facts, held: Placement): readonly Finding[] {
  const about = { record: held.key, pupil: held.pupil, provider: held.provider };
  return gates(facts, held).map(({ clause, says, what, held: value, owner }) => ({
    clause,
    rule: 'placement-not-ready',
    standing: 'blocked',
    area: 'placement',
    about,
    says: {
      staff: `The placement of ${pupilWords(facts, held.pupil)} cannot start: ${says} (${clause}).`,
      outside: `A placement cannot start: ${says} (${clause}).`,
    },
    evidence: [{ what, held: value, record: held.key }],
    due: held.startDate,
    owner,
  }));
}

function gates(facts: Facts, held: Placement): readonly Gate[] {
  const provider = facts.records.provider.get(held.provider);
  const sessions = facts.records.scheduleSlot
    .by('placement', held.key)
    .filter((slot) => slot.validTo === undefined || slot.validTo >= held.startDate);
  const numbers = numbersToRing(facts, held.pupil);
  const found: Gate[] = [];
  if (held.stage !== 'Approved') {
    const says = 'the head has not approved it';
    found.push({
      clause: '4.2',
      says,
      what: 'Stage',
      held: choiceInWords(placement.fields.stage, held.stage),
      owner: 'head',
    });
  }
  const approved = provider?.status === 'Approved' || provider?.status === 'ApprovedWithConditions';
  if (!approved) {
    const says = 'the provider is not approved';
    found.push({
      clause: '7.7',
      says,
      what: 'Provider',
      held: provider ? choiceInWords(providerKind.fields.status, provider.status) : 'not kept',
      owner: 'ap-leader',
    });
  } else if (provider.approvedUntil && provider.approvedUntil < held.startDate) {
    const says = `the provider is approved only until ${shortDate(provider.approvedUntil)}`;
    found.push({
      clause: '7.7',
      says,
      what: 'Approved until',
      held: dateWithYear(provider.approvedUntil),
      owner: 'ap-leader',
    });
  }
  if (sessions.length === 0) {
    const says = 'it has no weekly sessions';
    found.push({ clause: '7.3', says, what: 'Weekly sessions', held: '0', owner: 'ap-leader' });
  }
  if (!held.natureOfActivity) {
    const says = 'the nature of the activity is not written down';
    found.push({ clause: '7.11', says, what: 'Nature of the activity', held: 'empty', owner: 'ap-leader' });
  }
  if (!provider?.attendanceContact || !provider.attendancePhone) {
    const says = 'nobody at the provider is named to ring about attendance';
    found.push({ clause: '4.5', says, what: 'Attendance contact', held: 'none', owner: 'ap-leader' });
  }
  if (numbers < facts.policy.contactNumbers) {
    const says = `first-day contact needs ${facts.policy.contactNumbers} telephone numbers`;
    found.push({ clause: '4.5', says, what: 'Numbers', held: String(numbers), owner: 'attendance-officer' });
  }
  return found;
}
