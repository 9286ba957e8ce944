import type { CalendarEntry } from '../calendar/calendar-entry.record.ts';
import type { Save } from '../change.ts';
import type { Contact } from '../contacts/contact.record.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { ScheduleSlot } from '../placements/schedule-slot.record.ts';
import type { Provider } from '../providers/provider.record.ts';
import type { Site } from '../providers/site.record.ts';
import type { Pupil } from '../pupils/pupil.record.ts';

/** A row of a file with its cells under the names of their targets. */
export interface ImportRow {
  /** Line of the file on which the row begins. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** What stands already, as far as an import compares with it; rows planned earlier in the same file are added as they come. */
export interface Standing {
  readonly pupils: Pupil[];
  readonly contacts: Contact[];
  readonly providers: Provider[];
  readonly sites: Site[];
  readonly placements: Placement[];
  readonly slots: ScheduleSlot[];
  readonly calendar: CalendarEntry[];
}

/** What planning may know. */
export interface PlanContext {
  readonly standing: Standing;
  readonly today: SchoolDay;
  readonly freshId: (prefix: string) => string;
  readonly mayWriteFlags: boolean;
}

/** One field that a row would change. */
export interface FieldChange {
  readonly label: string;
  readonly from?: string;
  readonly to: string;
}

/** What will become of one row. All of its saves are carried out, or none. */
export type PlannedRow =
  | {
      readonly line: number;
      readonly outcome: 'add' | 'change';
      readonly changes: readonly FieldChange[];
      readonly saves: readonly Save[];
    }
  | { readonly line: number; readonly outcome: 'same' }
  | { readonly line: number; readonly outcome: 'refused'; readonly says: readonly string[] };

/** What planning one row gives, before its line is put to it. */
export type RowPlan =
  | { readonly saves: readonly Save[]; readonly isNew: boolean; readonly changes: readonly FieldChange[] }
  | { readonly refused: readonly string[] };
