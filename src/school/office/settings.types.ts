import type { SchoolDay } from '../moment.ts';
import type { SettingKind, SettingName, SettingWords } from './setting-words.ts';

/** A value that counts no more: until when, who had set it. */
export interface EarlierValue {
  readonly shown: string;
  /** First day; absent for what was set up at the start. */
  readonly from?: SchoolDay;
  readonly by?: string;
  readonly why?: string;
}

/** A change that begins on a later day or waits for the head. */
export interface ComingChange {
  readonly change: string;
  readonly seen: string;
  readonly value: string | number;
  readonly shown: string;
  readonly from: SchoolDay;
  readonly by?: string;
  readonly why?: string;
  readonly waits: boolean;
  readonly may: { readonly agree: boolean; readonly withdraw: boolean };
}

/** One setting: its value now, what the policy says, since when and by whom, what was before and what comes. */
export interface SettingLine {
  readonly name: SettingName;
  readonly label: string;
  readonly says: string;
  readonly kind: SettingKind;
  readonly clause?: string;
  readonly value: string | number;
  /** The value as staff say it: "30 minutes". */
  readonly shown: string;
  /** The policy's own value where the school's differs. */
  readonly usual?: string;
  readonly least?: number;
  readonly most?: number;
  /** The bound that law or policy sets, in a sentence. */
  readonly limit?: string;
  readonly since?: SchoolDay;
  readonly by?: string;
  readonly agreedBy?: string;
  readonly why?: string;
  /** The newest first. */
  readonly earlier: readonly EarlierValue[];
  readonly coming: readonly ComingChange[];
  /** Version of the newest change; empty where nothing was ever changed. */
  readonly seen: string;
  /** True where this reader's change waits for the head. */
  readonly waitsForHead: boolean;
}

/** All settings in the groups of the screen. */
export interface SettingsPage {
  /** "1 change waits for the head", "2 settings differ from the policy". */
  readonly says: string;
  readonly today: SchoolDay;
  readonly groups: readonly { readonly name: SettingWords['group']; readonly settings: readonly SettingLine[] }[];
  readonly may: { readonly change: boolean };
}
