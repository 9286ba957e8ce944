import type { Placement } from '../placements/placement.record.ts';
import type { Session } from '../placements/schedule-slot.record.ts';
import type { Provider } from '../providers/provider.record.ts';
import type { Site } from '../providers/site.record.ts';
import type { ProviderStatus } from './attendance.record.ts';

/** Reasons for an absence as the officer chooses them, the three commonest first, with the code each has in law. */
export const absenceReasons = {
  Illness: 'I',
  Medical: 'M',
  Suspended: 'E',
  Religious: 'R',
  Interview: 'J1',
  Transport: 'Y1',
  Holiday: 'G',
  Other: undefined,
} as const;

/** A reason for an absence. */
export type AbsenceReason = keyof typeof absenceReasons;

/** What is known of one session when a code is sought. */
export interface Situation {
  readonly status: ProviderStatus;
  readonly session: Session;
  readonly legalBasis: Placement['legalBasis'];
  readonly dualRegistered: boolean;
  readonly providerType: Provider['type'];
  readonly siteKind?: Site['kind'];
  readonly place: 'School' | 'Site' | 'Home' | 'None';
  readonly supervisedOnLine: boolean;
  readonly reason?: string;
}

/** The code that follows, or what the officer must decide. `law`: written at once; `officer`: only suggested. */
export interface Suggestion {
  readonly code?: string;
  readonly kind: 'law' | 'officer' | 'none';
  readonly says: string;
}

const lawful = (code: string, says: string): Suggestion => ({ code, kind: 'law', says });
const decide = (says: string, code?: string): Suggestion => ({ code, kind: 'officer', says });

/** The register code of a session by domain.md 3.3: certain where the law is clear, the officer's where it is not, none for silence. */
export function suggestCode(situation: Situation): Suggestion {
  const { status } = situation;
  if (status === 'NotReported') return { kind: 'none', says: 'Nobody has said where the pupil is: no code.' };
  if (status === 'NotExpected') return { kind: 'none', says: 'Not expected: no code.' };
  if (situation.dualRegistered) return lawful('D', 'Dual registered: D for every session planned at the other school.');
  if (situation.legalBasis === 'FLEXI' && situation.place === 'Home')
    return lawful('C', 'Flexi-schooling at home is C.');
  switch (status) {
    case 'AttendedOnTime':
      return present(situation);
    case 'AttendedLate':
      return present(situation);
    case 'LeftEarly':
    case 'SentHome':
      return present(situation);
    case 'AbsentNoReason':
      return lawful('N', 'Absent, reason not yet established: settle within five school days.');
    case 'AbsentReason':
      return absent(situation.reason);
    case 'ProviderClosed':
      return decide('The provider is closed: can the pupil come to school? No code follows by itself.');
    case 'Elsewhere':
      return decide('Find out where the pupil is before choosing a code.');
    default: {
      const never: never = status;
      return never;
    }
  }
}

/** True where lessons are online and the pupil is at home: no present mark can follow. */
export function isOnlineAtHome(
  situation: Pick<Situation, 'providerType' | 'siteKind' | 'place' | 'supervisedOnLine'>,
): boolean {
  const online =
    situation.providerType === 'Online' || situation.siteKind === 'Online' || situation.siteKind === 'Home';
  return online && situation.place !== 'School' && !situation.supervisedOnLine;
}

function present(situation: Situation): Suggestion {
  const onSite = situation.session === 'AM' ? '/' : '\\';
  if (situation.place === 'School' || situation.providerType === 'OnSite') {
    if (situation.status === 'AttendedLate')
      return decide('Late at school: L before the register closed, U after it.', 'L');
    return lawful(onSite, 'On the school site.');
  }
  if (situation.legalBasis === 'LA_s19' || situation.legalBasis === 'EHCP_s42' || situation.legalBasis === 'EHCP_s61') {
    return lawful('K', 'Arranged by the local authority.');
  }
  if (isOnlineAtHome(situation))
    return decide('Online at home is never a present mark: choose the absence code.', 'C2');
  if (situation.providerType === 'WorkBased') return lawful('W', 'Work experience.');
  if (situation.providerType === 'NonSchool' && situation.place === 'Home')
    return decide('Tuition at home: decide by who supervised it.');
  return lawful('B', 'Physically there and supervised at an approved place.');
}

function absent(reason: string | undefined): Suggestion {
  const known = Object.entries(absenceReasons).find(([name]) => name === reason);
  if (known?.[1]) return lawful(known[1], `Absent: ${reason?.toLowerCase()}.`);
  return decide('Absent with another reason: choose the code.');
}
