import type { Change, ChangeResult, Save, Tell } from '../school/change.ts';
import type { Moment } from '../school/moment.ts';
import type { RecordName, RecordNamed } from '../school/records.ts';
import { carryOutMeetings, nothingDone, type Outside } from './carry-out-meetings.ts';
import type { School, Write, Written } from './ports.ts';

/** What came of an entry's changes; `later`: some are still to be done. */
export interface Carried {
  readonly results: readonly ChangeResult[];
  readonly later: boolean;
  /** Sentences about what was refused for good. */
  readonly refused: readonly string[];
  /** Sentences about what has to wait. */
  readonly waits: readonly string[];
}

/**
 * Carries out an entry's changes, in the lists first and then in Outlook. Doing it again does no harm: each item names the
 * entry that wrote it, and a meeting is found by its tag.
 */
export async function carryOut(
  world: Outside,
  school: School,
  entry: string,
  changes: readonly Change[],
  now: Moment,
): Promise<Carried> {
  const { store } = school;
  const saves = changes.filter((change): change is Save => change.kind === 'save');
  const told = changes.flatMap((change) => messageWrite(school, change, now));
  // One item is written once in an entry: a message that is saved and drawn again is one write, not two that race.
  const drawnAgain = (key: string) => told.find((one) => one.key === key)?.values;
  const writes: Write[] = saves.map(({ record, key, values, seen }) => ({
    record,
    key,
    values: { ...values, ...(record === 'message' ? drawnAgain(key) : {}) },
    seen,
  }));
  const messages = told.filter(({ key }) => !saves.some((save) => save.record === 'message' && save.key === key));
  const first = await store.write(entry, [...writes, ...messages]);
  const again = saves.flatMap((save, index) => {
    const written = first[index];
    return written?.outcome === 'duplicate' && save.onRegisterConflict ? [{ save, index }] : [];
  });
  const second = await store.write(
    entry,
    again.map(({ save }) => ({
      record: save.record,
      key: save.key,
      values: { ...save.values, ...save.onRegisterConflict },
      seen: save.seen,
    })),
  );
  const final = [...first];
  again.forEach(({ index }, place) => {
    const written = second[place];
    if (written) final[index] = written;
  });
  const later = final.some((written) => written.outcome === 'later');
  const meetings = later ? nothingDone : await carryOutMeetings(world, school, entry, changes);
  const waits = final.flatMap((written) => (written.outcome === 'later' ? [written.says] : []));
  return {
    results: saves.flatMap((save, index) => resultOf(entry, save, final[index])),
    later: later || meetings.waits.length > 0,
    refused: [
      ...final.flatMap((written) => (written.outcome === 'refused' ? [written.says] : [])),
      ...meetings.refused,
    ],
    waits: [...new Set([...waits, ...meetings.waits])],
  };
}

/** A tell is a row of AP Messages; a redraw sets a row that was sent before back to Waiting. */
function messageWrite(school: School, change: Change, now: Moment): readonly Write[] {
  if (change.kind !== 'tell' && change.kind !== 'redraw') return [];
  const { message } = school.store.known();
  if (change.kind === 'redraw') {
    const stands = message.get(change.message);
    if (!stands?.activity || stands.state === 'Closed') return [];
    return [{ record: 'message', key: change.message, values: { state: 'Waiting' }, seen: 'any' }];
  }
  const stands = message.get(change.key);
  if (!stands) return [{ record: 'message', key: change.key, values: messageOf(change, now), seen: null }];
  if (JSON.stringify(stands.data) === JSON.stringify(change.data)) return [];
  return [{ record: 'message', key: change.key, values: { data: change.data, state: 'Waiting' }, seen: 'any' }];
}

function messageOf(tell: Tell, now: Moment): Readonly<Record<string, unknown>> {
  const { kind: _kind, key: _key, ...values } = tell;
  return { ...values, date: now.today, month: now.today.slice(0, 7), state: 'Waiting', tries: 0 };
}

function resultOf(entry: string, save: Save, written: Written | undefined): readonly ChangeResult[] {
  const about = save.key;
  switch (written?.outcome) {
    // Found with our own entry's id: an earlier try took effect, and to the person it is saved.
    case 'saved':
    case 'unchanged':
      return [{ about, outcome: 'saved', version: written.version }];
    case 'superseded':
    case 'duplicate':
      // A later step of this very entry, such as noting the meeting's id, stamped it as its own.
      if (written.outcome === 'superseded' && written.current?.entry?.startsWith(`${entry}|`)) {
        return [{ about, outcome: 'saved', version: written.current.version }];
      }
      return [
        { about, outcome: 'superseded', ...byWhom(written.outcome === 'superseded' ? written.current : undefined) },
      ];
    default:
      return [];
  }
}

function byWhom(current: RecordNamed<RecordName> | undefined): Pick<ChangeResult, 'by' | 'at' | 'version'> {
  if (!current) return {};
  const { reportedByName: by, reportedAt: at }: Readonly<Record<string, unknown>> = { ...current };
  return {
    by: typeof by === 'string' ? by : undefined,
    at: typeof at === 'string' ? at : undefined,
    version: current.version,
  };
}
