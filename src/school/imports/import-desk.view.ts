import { z } from 'zod';
import { view } from '../view.ts';
import type { HeadingMap } from './headings.ts';
import { type ImportKind, type ImportTarget, importKinds, targetsOf } from './import-kinds.ts';
import { headingsKey, importRoles, mayWriteFlags } from './import-records.action.ts';
import type { Standing } from './plan.types.ts';
import { standingOf } from './plan-import.ts';

/** What the browser needs to preview a file: what a column can mean, what was mapped before, and what stands already. */
export interface ImportDesk {
  readonly kind: ImportKind;
  /** False for a role that may not import this kind: then nothing else is shown. */
  readonly allowed: boolean;
  readonly today: string;
  readonly mayWriteFlags: boolean;
  readonly targets: readonly ImportTarget[];
  readonly remembered: HeadingMap;
  readonly standing: Standing;
}

const headingMap = z.record(z.string(), z.string());

/** The desk at which a file is previewed; flags and barring reasons are left out for those who may not read them. */
export const importDesk = view({
  name: 'import-desk',
  says: 'What a file of pupils, contacts, providers or placements is compared with before it is imported.',
  params: z.strictObject({ kind: z.enum(importKinds) }),
  roles: ['ap-leader', 'attendance-officer', 'dsl', 'deputy-dsl', 'head'],
  needs: ['pupil', 'contact', 'provider', 'site', 'placement', 'scheduleSlot', 'setting', 'calendarEntry'],
  show({ records, by, now }, { kind }): ImportDesk {
    const allowed = by.roles.some((role) => importRoles[kind].includes(role));
    const flags = mayWriteFlags(by.roles);
    const held = headingMap.safeParse(records.setting.get(headingsKey(kind))?.value);
    return {
      kind,
      allowed,
      today: now.today,
      mayWriteFlags: flags,
      targets: targetsOf(kind, flags),
      remembered: held.success ? held.data : {},
      standing: allowed ? forKind(standingOf(records), kind, flags) : nothing,
    };
  },
});

const nothing: Standing = {
  pupils: [],
  contacts: [],
  providers: [],
  sites: [],
  placements: [],
  slots: [],
  calendar: [],
};

function forKind(all: Standing, kind: ImportKind, flags: boolean): Standing {
  const pupils = all.pupils.map((one) =>
    flags
      ? one
      : {
          ...one,
          cla: undefined,
          careAuthority: undefined,
          socialWorker: undefined,
          youthJustice: false,
          riskFlags: [],
        },
  );
  switch (kind) {
    case 'pupils':
      return { ...nothing, pupils };
    case 'contacts':
      return { ...nothing, pupils, contacts: all.contacts.map((one) => ({ ...one, barredReason: undefined })) };
    case 'providers':
      return { ...nothing, providers: all.providers, sites: all.sites };
    case 'calendar':
      return { ...nothing, providers: all.providers, calendar: all.calendar };
    case 'placements':
      return { ...all, pupils, contacts: [], calendar: [] };
  }
}
