import { z } from 'zod';
import { action, type Known } from '../action.ts';
import { keyInput, lineInput } from '../attendance/marks.ts';
import { firstWords, withdrawn } from './change-setting.action.ts';
import { settingWords } from './setting-words.ts';
import { type SettingChange, settingChanges } from './settings-on.ts';

const input = z.strictObject({
  /** RecordKey of the change, such as `setting|confirmminutes|3`. */
  change: keyInput,
  why: lineInput.optional(),
  seen: z.string(),
});

/** A change that waits for the head, or begins on a later day, is taken back; one that has begun is history and stays. */
export const withdrawSetting = action<z.infer<typeof input>>({
  name: 'withdraw-setting',
  says: 'Take back a change of a setting that has not begun.',
  input,
  roles: ['ap-leader', 'head'],
  needs: ['setting'],
  decide(known, { change: key, why, seen }) {
    const change = settingChanges(known.records.setting).find((one) => one.key === key);
    if (!change) return { problems: [{ field: 'change', says: 'There is no such change of a setting.' }] };
    if (change.state === 'Withdrawn') {
      const unchanged = [{ about: key, outcome: 'unchanged' as const, version: change.version }];
      return { changes: [], unchanged, because: 'Taken back already.', about: change.name };
    }
    if (change.version !== seen) return { problems: [{ field: 'seen', says: firstWords(change) }] };
    const says = whyNot(known, change);
    if (says) return { problems: [{ field: 'change', says }] };
    return {
      changes: [withdrawn(change, why || `Taken back by ${known.by.name}`.slice(0, 255))],
      because: `${settingWords[change.name].label}: a change taken back`,
      about: change.name,
    };
  },
});

/** Why somebody may not take a change back, as a sentence. */
export function whyNot({ now, by }: Pick<Known, 'now' | 'by'>, change: SettingChange): string | undefined {
  if (change.state !== 'Active') return undefined;
  if (change.validFrom <= now.today) return 'This change counts already. Change the setting again instead.';
  if (settingWords[change.name].clause === undefined || by.roles.includes('head')) return undefined;
  return 'The head agreed to this change: only the head takes it back.';
}
