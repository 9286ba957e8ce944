import type { Form } from '../../schema/form.ts';
import type { SchoolDay, TimeOfDay } from '../moment.ts';
import type { VisitInCalendar } from './calendar-words.ts';
import type { Judgement, Visit } from './visit.record.ts';
import type { VisitStanding } from './visit-light.ts';
import type { StaffChoice } from './who-visits.ts';

/** A visit that is planned. */
export interface PlannedVisit {
  readonly visit: string;
  readonly seen: string;
  /** "Thu 26 Nov 10:00, Petra Longmirely, visit to the site". */
  readonly says: string;
  readonly plannedFor?: SchoolDay;
  readonly mine: boolean;
  readonly calendar: VisitInCalendar;
  /** True where a press puts it into the calendar: it has a time to come, and does not stand there. */
  readonly toBook: boolean;
  /** For who may change it. */
  readonly form?: Form;
}

/** A visit that was made. */
export interface VisitMade {
  readonly visit: string;
  readonly seen: string;
  readonly date: SchoolDay;
  readonly says: string;
  readonly judgement?: Judgement;
  readonly shared: boolean;
  readonly mayWrite: boolean;
}

/** Something that was agreed on a visit and is open. */
export interface OpenAction {
  readonly action: string;
  readonly text: string;
  readonly owner: string;
  readonly due: SchoolDay;
  readonly overdue: boolean;
}

/** A time at which somebody is free for a visit. */
export interface FreeTime {
  readonly day: SchoolDay;
  readonly start: TimeOfDay;
  readonly end: TimeOfDay;
  /** "Thu 26 Nov, 09:00 to 10:00". */
  readonly says: string;
}

/** How a time that is being planned suits who would go there. */
export interface VisitTimes {
  /** "Petra Longmirely is free then."; absent while no time is named. */
  readonly says?: string;
  /** True where they are elsewhere then. */
  readonly clash: boolean;
  readonly free: readonly FreeTime[];
}

/** A provider in use and how its visits stand. */
export interface ProviderVisits {
  readonly provider: string;
  readonly name: string;
  /** Placements that run there. */
  readonly pupils: number;
  readonly light: VisitStanding['light'] | 'unknown';
  /** "A visit was due by Thu 1 Oct and none is planned." */
  readonly says: string;
  readonly dueBy?: SchoolDay;
  readonly stopped: boolean;
  readonly planned: readonly PlannedVisit[];
  /** The last visits, the newest first; three at most. */
  readonly made: readonly VisitMade[];
  readonly open: readonly OpenAction[];
  /** For who may plan a visit there. */
  readonly newVisit?: Form;
}

/** The visits to all providers in use, what is due first. */
export interface Visits {
  /** "2 visits are due" */
  readonly says: string;
  readonly providers: readonly ProviderVisits[];
}

/** One question of a visit's form, and what stands. */
export interface PackItem {
  readonly name: string;
  readonly asks: string;
  readonly hint: string;
  readonly noteFor: 'always' | 'Yes' | 'No';
  readonly answer?: 'Yes' | 'No';
  readonly note?: string;
}

/** All that a visitor has in hand: where to go, what to look at, what stands open, and the form. */
export interface VisitPack {
  readonly visit: string;
  readonly seen: string;
  readonly stage: Visit['stage'];
  readonly provider: string;
  /** "Visit to the site, Thu 26 Nov 10:00, Petra Longmirely". */
  readonly says: string;
  /** "In the calendar. Petra Longmirely has accepted."; only of a planned one. */
  readonly calendar?: string;
  readonly address?: string;
  readonly contact?: string;
  readonly phone?: string;
  readonly safeguarding?: string;
  readonly focus?: string;
  readonly loneWorking?: string;
  /** Initials and year of pupils there whom this reader may know, and how many there are in all. */
  readonly pupils: readonly string[];
  readonly pupilsInAll: number;
  readonly lastVisit?: string;
  readonly open: readonly OpenAction[];
  readonly today: SchoolDay;
  readonly date?: SchoolDay;
  readonly items: readonly PackItem[];
  readonly pupilVoice?: string;
  readonly judgement?: Judgement;
  readonly reasons?: string;
  readonly nextDue?: SchoolDay;
  readonly agreed: readonly OpenAction[];
  readonly staff: readonly StaffChoice[];
  /** Only for who may write it up: the key that locks what is typed in the browser until it is saved. */
  readonly draftKey?: string;
  readonly mayWrite: boolean;
}

/** What the DSL and the head need about a provider that a visit stopped. */
export interface VisitStopNotice {
  readonly message: string;
  readonly says: string;
  readonly reasons: string;
  /** "J.S. Y10: emergency review planned". */
  readonly pupils: readonly string[];
  readonly acknowledgeBy?: string;
  readonly acknowledged?: { readonly by: string; readonly at: string };
  readonly mayAcknowledge: boolean;
}
