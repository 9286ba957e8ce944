import type { Change, ChangeResult, Redraw, Save, Tell } from '../school/change.ts';
import type { School, Write, Written } from './ports.ts';

/** What carrying out gave: a result per save, and whether everything is done (else the journal keeps it open). */
export interface CarriedOut {
  readonly results: readonly ChangeResult[];
  readonly complete: boolean;
  /** True when a message waits for the post office. */
  readonly post: boolean;
}

/** Carries out what was decided: saves and messages in batches, each item stamped with the entry. Doing it twice does no harm. */
export async function carryOut(
  school: School,
  entry: string,
  changes: readonly Change[],
  at: string,
): Promise<CarriedOut> {
  const saves = changes.filter((change): change is Save => change.kind === 'save');
  const tells = changes.filter((change): change is Tell => change.kind === 'tell');
  const redraws = changes.filter((change): change is Redraw => change.kind === 'redraw');
  const written = await school.store.write(entry, saves.map(writeOf));
  const settled = await settleConflicts(school, entry, saves, written);
  const posted = await school.store.write(entry, [
    ...tells.filter((tell) => !school.store.known().message.get(tell.key)).map((tell) => messageOf(tell, at)),
    ...redraws.flatMap((redraw) => redrawOf(school, redraw)),
  ]);
  return {
    results: saves.map((save, index) => resultOf(save, settled[index])),
    complete: [...settled, ...posted].every((one) => one.outcome !== 'later'),
    post: tells.length + redraws.length > 0,
  };
}

function writeOf(save: Save): Write {
  return { record: save.record, key: save.key, values: save.values, seen: save.seen };
}

/** A second row with the same RegisterKey is saved again without its code: a conflict, shown and never resolved silently. */
async function settleConflicts(
  school: School,
  entry: string,
  saves: readonly Save[],
  written: readonly Written[],
): Promise<readonly Written[]> {
  const settled: Written[] = [];
  for (const [index, save] of saves.entries()) {
    const one = written[index] ?? { outcome: 'later', says: 'Microsoft 365 does not answer.' };
    if (one.outcome === 'duplicate' && save.onRegisterConflict) {
      const values = { ...save.values, ...save.onRegisterConflict };
      const [again] = await school.store.write(entry, [{ ...writeOf(save), values }]);
      settled.push(again ?? one);
    } else settled.push(one);
  }
  return settled;
}

function messageOf(tell: Tell, at: string): Write {
  return {
    record: 'message',
    key: tell.key,
    seen: null,
    values: {
      purpose: tell.purpose,
      about: tell.about,
      date: at.slice(0, 10),
      month: at.slice(0, 7),
      round: tell.round,
      to: tell.to,
      by: tell.by,
      urgent: tell.urgent ?? false,
      state: 'Waiting',
      tries: 0,
      card: tell.card,
      data: tell.data,
      acknowledgeBy: tell.acknowledgeBy,
      follows: tell.follows,
    },
  };
}

function redrawOf(school: School, redraw: Redraw): readonly Write[] {
  const held = school.store.known().message.get(redraw.message);
  if (!held?.activity || held.state === 'Closed') return [];
  return [{ record: 'message', key: held.key, seen: 'any', values: { state: 'Waiting' } }];
}

function resultOf(save: Save, written: Written | undefined): ChangeResult {
  const about = save.key;
  if (written?.outcome === 'saved') return { about, outcome: 'saved', version: written.version };
  if (written?.outcome === 'unchanged') return { about, outcome: 'unchanged', version: written.version };
  const current: Readonly<Record<string, unknown>> = written?.outcome === 'superseded' ? { ...written.current } : {};
  const text = (name: string) => (typeof current[name] === 'string' ? current[name] : undefined);
  return {
    about,
    outcome: 'superseded',
    by: text('reportedByName') ?? text('byName'),
    at: text('reportedAt') ?? text('at'),
    version: text('version'),
  };
}
