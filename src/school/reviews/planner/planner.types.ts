import type { SchoolDay, TimeOfDay } from '../../moment.ts';

/** Where a review can be held: where the pupil is taught off site, at the pupil's own school, or over a call. */
export const reviewPlaces = ['provider', 'school', 'online'] as const;

/** One of the places where a review can be held. */
export type ReviewPlace = (typeof reviewPlaces)[number];

/** Morning or afternoon, parted at `midday` of the settings. */
export type HalfDay = 'AM' | 'PM';

/** A stretch of one day in the school's wall-clock time; `end` is not part of it. */
export interface Span {
  readonly day: SchoolDay;
  readonly start: TimeOfDay;
  readonly end: TimeOfDay;
}

/** Something in a calendar. */
export interface Busy extends Span {
  /** Travel key of where it is; without one, no travel to or from it is reckoned. */
  readonly site?: string;
}

/** A review for which a time is wanted. */
export interface ReviewToPlace {
  /** RecordKey of the review. */
  readonly review: string;
  /** RecordKey of the pupil, who comes to the review and is never listed under `required`. */
  readonly pupil: string;
  readonly placement: string;
  /** The pupil as staff are told: "J.S. Y10". */
  readonly label: string;
  /** Key of one of the input's schools: its hours, rooms and number of reviews a day hold. */
  readonly school: string;
  /** Key of one of the input's providers. */
  readonly provider: string;
  /** Travel key of the site where the provider teaches this pupil. */
  readonly site: string;
  readonly earliest: SchoolDay;
  /** The last day that is in time: included. */
  readonly due: SchoolDay;
  /** The day that was agreed with those who come: kept where it can be, else another is proposed. */
  readonly agreed?: SchoolDay;
  /** First day for which an invitation sent now is in time (D4: six days); absent where no law asks for one. */
  readonly invitedFrom?: SchoolDay;
  readonly minutes: number;
  /** Keys of those without whom it is not held, first of all whoever holds it. */
  readonly required: readonly string[];
  /** Keys of those who come if they can; the first 30 count. */
  readonly optional: readonly string[];
  /** The places that will do, the one liked best first; at least one. */
  readonly places: readonly ReviewPlace[];
  /** Chairs needed when it is held in a room of the school. */
  readonly seats: number;
  /** Where the pupil's timetable has the pupil, by date. */
  readonly pupilAt: readonly PupilSession[];
  /** Its slot when it is booked already: it stays, others go round it. Leave its time out of its people's `busy`. */
  readonly stands?: Span & { readonly place: ReviewPlace; readonly room?: string };
}

/** A session that the pupil spends at the provider or at school. */
export interface PupilSession {
  readonly day: SchoolDay;
  readonly session: HalfDay;
  readonly at: 'provider' | 'school';
}

/** Somebody who comes to reviews. */
export interface PersonToPlan {
  readonly id: string;
  /** As staff say it: "Ms Shah". */
  readonly name: string;
  readonly busy: readonly Busy[];
  /** Travel key of where the person joins a review held online; without one, no travel to or from it is reckoned. */
  readonly base?: string;
}

/** A school with its hours; a trust gives several, and each has its own number of reviews a day. */
export interface SchoolToPlan {
  readonly id: string;
  /** Travel key. */
  readonly site: string;
  /** The school days of the window with the hours in which a review may be held. Days after a due day serve advice alone. */
  readonly days: readonly Span[];
}

/** A room of a school. A school that names no room needs none. */
export interface RoomToPlan {
  readonly id: string;
  readonly name: string;
  readonly school: string;
  readonly seats: number;
  readonly busy: readonly Span[];
}

/** A provider, with the sessions on which nobody is there. */
export interface ProviderToPlan {
  readonly id: string;
  readonly name: string;
  readonly closed: readonly { readonly day: SchoolDay; readonly session: HalfDay }[];
}

/** Minutes on the road between two sites: both ways, unless the way back is given too. */
export interface Travel {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
}

/** The school's numbers for planning. */
export interface PlannerSettings {
  /** Reviews a day at one school. */
  readonly atMostPerDay: number;
  /** Reviews a day for one person, wherever they are. */
  readonly atMostPerPersonPerDay: number;
  /** Reviews start at multiples of so many minutes from midnight: at least 5, dividing 1440. */
  readonly slotMinutes: number;
  /** Minutes between two reviews of one person, on top of travel. */
  readonly bufferMinutes: number;
  /** So many school days before the due day are early enough; earlier earns nothing more. */
  readonly leadDays: number;
  /** Where the morning ends. */
  readonly midday: TimeOfDay;
  /** Minutes between two sites for which no travel is given. */
  readonly unknownTravelMinutes: number;
}

/** All that the planner looks at. Times are the school's wall clock, so that no change of clocks can move them. */
export interface PlannerInput {
  readonly reviews: readonly ReviewToPlace[];
  readonly people: readonly PersonToPlan[];
  readonly schools: readonly SchoolToPlan[];
  readonly rooms: readonly RoomToPlan[];
  readonly providers: readonly ProviderToPlan[];
  readonly travel: readonly Travel[];
  readonly settings: PlannerSettings;
}

/** A time, a place and the people for a review. */
export interface ProposedSlot extends Span {
  readonly review: string;
  readonly place: ReviewPlace;
  /** Key of the room when it is held at a school that names rooms. */
  readonly room?: string;
  /** The pupil, everybody required, and those of the optional people who can come. */
  readonly people: readonly string[];
}

/** One thing that, done alone, would give a review a time. */
export interface Remedy {
  readonly kind:
    | 'move-review'
    | 'leave-out-person'
    | 'free-person'
    | 'one-more-a-day'
    | 'another-room'
    | 'other-place'
    | 'provider-opens'
    | 'after-due'
    | 'shorter';
  /** What to do, in plain English without a full stop: "leave out Ms Shah: Thu 10 Dec 10:00". */
  readonly says: string;
  /** Key of the review or person it is about. */
  readonly about?: string;
  /** The time that it opens. */
  readonly opens: Span & { readonly place: ReviewPlace };
}

/** A review without a time. */
export interface Unplaced {
  readonly review: string;
  /** What stands in the way and what would free a time, in plain English. */
  readonly because: string;
  /** Each would do alone; empty when no single thing would. Easiest first. */
  readonly remedies: readonly Remedy[];
}

/** The plan: each review of the input is either in `slots` (as it stands, if it does) or in `unplaced`, in the input's order. */
export interface ReviewSchedule {
  readonly slots: readonly ProposedSlot[];
  readonly unplaced: readonly Unplaced[];
}

/** How far a plan has come: so many reviews looked at of so many. */
export interface PlanProgress {
  readonly done: number;
  readonly of: number;
}
