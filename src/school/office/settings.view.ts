import { z } from 'zod';
import { grouped } from '../grouped.ts';
import { readersOf } from '../rights.ts';
import { type Seen, view } from '../view.ts';
import { changeSetting } from './change-setting.action.ts';
import { policyFrom, settingsFrom } from './policy-edition.ts';
import { inWords, type SettingName, settingNames, settingWords } from './setting-words.ts';
import type { ComingChange, SettingLine, SettingsPage } from './settings.types.ts';
import {
  type AllSettings,
  inOrder,
  policyDefaults,
  policyOn,
  type SettingChange,
  settingChanges,
  settingsOn,
  settingValue,
} from './settings-on.ts';
import { whyNot } from './withdraw-setting.action.ts';

/** Every setting with its history, for who may read the configuration (domain.md 10.2; design 6.14). */
export const settings = view({
  name: 'settings',
  says: 'Each setting: its value, who changed it and from when, what was before and what comes.',
  params: z.strictObject({}),
  roles: readersOf('config'),
  needs: ['setting', 'roleAssignment'],
  show(seen): SettingsPage {
    const { today } = seen.now;
    const now = { policy: policyOn(seen.records.setting, today), settings: settingsOn(seen.records.setting, today) };
    const lines = settingNames.map((name) => lineOf(seen, now, name));
    return {
      says: headline(seen, lines),
      today,
      groups: [...grouped(lines, ({ name }) => settingWords[name].group).values()].map((of) => ({
        name: settingWords[of[0]?.name ?? 'name'].group,
        settings: of,
      })),
      may: { change: mayChange(seen) },
    };
  },
});

function mayChange({ by }: Seen): boolean {
  return by.roles.some((role) => changeSetting.roles.includes(role));
}

function headline(seen: Seen, lines: readonly SettingLine[]): string {
  const waiting = lines.filter(({ coming }) => coming.some(({ waits }) => waits)).length;
  if (waiting > 0) {
    const whom = seen.by.roles.includes('head') ? 'you' : 'the head';
    return waiting === 1 ? `1 change waits for ${whom}` : `${waiting} changes wait for ${whom}`;
  }
  const own = lines.filter(({ usual }) => usual !== undefined).length;
  if (own === 0) return 'Every number is the policy’s own';
  return own === 1 ? '1 setting differs from the policy' : `${own} settings differ from the policy`;
}

function lineOf(seen: Seen, now: AllSettings, name: SettingName): SettingLine {
  const { label, says, kind, clause, least, most } = settingWords[name];
  const changes = settingChanges(seen.records.setting, name);
  const begun = inOrder(changes).filter(({ validFrom }) => validFrom <= seen.now.today);
  const last = begun.at(-1);
  const value = settingValue(now, name);
  const usual = settingValue(policyDefaults, name);
  const ofPolicy = name in policyDefaults.policy && name !== 'name';
  return {
    name,
    label,
    says,
    kind,
    clause,
    value,
    shown: inWords(kind, value),
    usual: ofPolicy && usual !== value ? inWords(kind, usual) : undefined,
    least: least?.at,
    most: most?.at,
    limit: [least, most].find((bound) => bound?.binding)?.says,
    since: last?.validFrom,
    by: last ? byWhom(seen, last) : undefined,
    agreedBy: last?.agreedByName,
    why: last?.why,
    earlier: earlierOf(seen, begun, name),
    coming: changes.filter((one) => comes(seen, one)).map((one) => comingOf(seen, one)),
    seen: changes.at(-1)?.version ?? '',
    waitsForHead: clause !== undefined && !seen.by.roles.includes('head'),
  };
}

/** The name that was kept with the change, or that the person has among the roles. */
function byWhom(seen: Seen, { changedByName, changedBy }: SettingChange): string | undefined {
  return changedByName ?? seen.records.roleAssignment.by('person', changedBy ?? '')[0]?.personName;
}

/** What counted before, the newest first; the oldest is what was set up at the start. */
function earlierOf(seen: Seen, begun: readonly SettingChange[], name: SettingName): SettingLine['earlier'] {
  if (begun.length === 0) return [];
  const { kind } = settingWords[name];
  const { setting } = seen.records;
  const start = {
    policy: policyFrom(setting.get('policy')?.value),
    settings: settingsFrom(setting.get('school')?.value),
  };
  const before = begun.slice(0, -1).map((one) => ({
    shown: inWords(kind, valueOfChange(one)),
    from: one.validFrom,
    by: byWhom(seen, one),
    why: one.why,
  }));
  return [{ shown: inWords(kind, settingValue(start, name)) }, ...before].toReversed();
}

function comes({ now }: Seen, { state, validFrom }: SettingChange): boolean {
  return state === 'WaitsForHead' || (state === 'Active' && validFrom > now.today);
}

function comingOf(seen: Seen, one: SettingChange): ComingChange {
  const value = valueOfChange(one);
  const waits = one.state === 'WaitsForHead';
  return {
    change: one.key,
    seen: one.version,
    value,
    shown: inWords(settingWords[one.name].kind, value),
    from: one.validFrom,
    by: byWhom(seen, one),
    why: one.why,
    waits,
    may: {
      agree: waits && seen.by.roles.includes('head'),
      withdraw: mayChange(seen) && whyNot(seen, one) === undefined,
    },
  };
}

function valueOfChange({ value }: SettingChange): string | number {
  return typeof value === 'number' ? value : String(value ?? '');
}
