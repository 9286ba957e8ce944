import type { Form } from '../../schema/form.ts';
import type { Provider } from './provider.record.ts';
import type { Site } from './site.record.ts';

/** A provider as staff see it, with its sites and how many pupils are there now. */
export interface ProviderLine {
  readonly provider: string;
  readonly seen: string;
  readonly name: string;
  readonly type: Provider['type'];
  readonly status: Provider['status'];
  readonly approvedUntil?: string;
  readonly reviewEmail?: string;
  readonly attendanceContact?: string;
  readonly attendancePhone?: string;
  readonly attendanceEmail?: string;
  readonly sendsAttendanceBy?: Provider['sendsAttendanceBy'];
  readonly safeguardingLead?: string;
  readonly safeguardingPhone?: string;
  readonly sites: readonly {
    readonly site: string;
    readonly name: string;
    readonly kind: Site['kind'];
    readonly address?: string;
    readonly postcode?: string;
    readonly inUse: boolean;
    readonly seen: string;
    /** For who may correct it. */
    readonly form?: Form;
  }[];
  /** For who may correct it. */
  readonly form?: Form;
  /** Placements that run today. */
  readonly pupilsNow: number;
}

/** All providers, those with pupils first. */
export interface Providers {
  readonly providers: readonly ProviderLine[];
  readonly may: { readonly save: boolean };
  /** For a provider or a site that is not in the list yet; only for who may add one. */
  readonly newProvider?: Form;
  readonly newSite?: Form;
}
